import type { Listed } from '../../../db/queries/organisation.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** Organisations by name, each with the states that verified it. */
export function OrganisationList({
  organisations,
  hrefOf,
}: {
  organisations: readonly Listed[];
  hrefOf: (id: string) => string;
}) {
  const { t, f } = useSpeech();
  return (
    <ul className="plain told">
      {organisations.map(({ id, name, country, registerNumber, verifiedBy }) => (
        <li key={id}>
          <span>
            <a href={hrefOf(id)}>
              <bdi>{name}</bdi>
            </a>
            {' · '}
            {f.country(country)} <bdi dir="ltr">{registerNumber}</bdi>
          </span>
          <span className={verifiedBy.length > 0 ? 'met' : 'muted'}>
            {verifiedBy.length > 0
              ? t('organisation.verifiedIn', { states: f.and(verifiedBy.map(f.country)) })
              : t('organisation.notVerified.short')}
          </span>
        </li>
      ))}
    </ul>
  );
}
