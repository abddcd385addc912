import type { Verification } from '../../../db/queries/organisation.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** Which states looked at an organisation, when and what they found it by; where none did, that too is said. */
export function Verified({ verifications }: { verifications: readonly Verification[] }) {
  const { t, f } = useSpeech();
  if (verifications.length === 0) return <p className="note">{t('organisation.notVerified')}</p>;
  return (
    <ul className="plain told">
      {verifications.map(({ state, officeName, basis, verifiedOn, withdrawnOn, withdrawnWhy }) => (
        <li key={`${state} ${verifiedOn} ${withdrawnOn}`}>
          <span>
            <b className={withdrawnOn === null ? undefined : 'unmet'}>
              {t(withdrawnOn === null ? 'organisation.verifiedBy' : 'organisation.withdrawnBy', {
                state: f.country(state),
                date: f.date(withdrawnOn ?? verifiedOn),
              })}
            </b>
            <br />
            <bdi>{officeName}</bdi>
            <br />
            <span dir="auto">{withdrawnWhy ?? basis}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
