import type { Organisation } from '../../../db/queries/organisation.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** What an organisation is, and where it is registered. */
export function OrganisationHead({ organisation }: { organisation: Organisation }) {
  const { t, f } = useSpeech();
  const { kind, name, country, register, registerNumber } = organisation;
  return (
    <>
      <p className="kick">
        <span>{t(`organisation.kind.${kind}`)}</span>
        <span>{f.country(country)}</span>
      </p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {register !== null && (
        <p className="lede">
          <bdi>{register}</bdi> <bdi dir="ltr">{registerNumber}</bdi>
        </p>
      )}
    </>
  );
}
