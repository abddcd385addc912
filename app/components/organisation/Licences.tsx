import type { Licence } from '../../../db/queries/organisation.ts';
import { licenceOn } from '../../domain/people/organisation.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** The licences of a labour recruiter, each as it stands on a day. */
export function Licences({ licences, on }: { licences: readonly Licence[]; on: string }) {
  const { t, f } = useSpeech();
  if (licences.length === 0) return <p className="note">{t('licence.none')}</p>;
  return (
    <ul className="plain told">
      {licences.map((licence) => {
        const standing = licenceOn(licence, on);
        return (
          <li key={licence.id}>
            <span>
              <b className={standing === 'valid' ? 'met' : 'unmet'}>{t(`licence.${standing}`)}</b>{' '}
              <bdi dir="ltr">{licence.number}</bdi> · {f.country(licence.issuingState)}
              <br />
              <span className="muted">
                {licence.validTo === null
                  ? t('licence.from', { from: f.date(licence.validFrom) })
                  : t('licence.term', { from: f.date(licence.validFrom), to: f.date(licence.validTo) })}
              </span>
            </span>
            <code className="small">{licence.id}</code>
          </li>
        );
      })}
    </ul>
  );
}
