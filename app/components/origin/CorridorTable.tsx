import type { Corridor } from '../../../db/reference/corridor.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';

/** How good what is known of a corridor is, and from when. */
function Basis({ corridor }: { corridor: Corridor }) {
  const { t, code } = useSpeech();
  return (
    <details>
      <summary className="small">{t('corridor.sources')}</summary>
      <ul className="bul small" lang="en" dir="ltr">
        {corridor.sources.map(({ id, title, basis }) => (
          <li key={id}>
            {title} · {code('basis', basis ?? 'general-knowledge')}
          </li>
        ))}
        {(corridor.notes ?? []).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}

/** What two states agreed, and what sending money home cost: one row a corridor; absent is not known. */
export function CorridorTable({ corridors, side }: { corridors: readonly Corridor[]; side: 'origin' | 'destination' }) {
  const { t, f } = useSpeech();
  const yesNo = (value: boolean | undefined) =>
    value === undefined ? t('value.notKnown') : t(value ? 'value.yes' : 'value.no');
  return (
    <table className="fold">
      <thead>
        <tr>
          <th scope="col">{t(side === 'destination' ? 'corridor.to' : 'corridor.from')}</th>
          <th scope="col">{t('corridor.remittance')}</th>
          <th scope="col">{t('corridor.agreements')}</th>
          <th scope="col">{t('corridor.portability')}</th>
          <th scope="col">{t('corridor.readmission')}</th>
        </tr>
      </thead>
      <tbody>
        {corridors.map((corridor) => (
          <tr key={corridor[side]}>
            <th scope="row">
              {f.country(corridor[side])}
              <Basis corridor={corridor} />
            </th>
            <td data-l={t('corridor.remittance')}>
              {corridor.remittanceCostPercent ? (
                <>
                  {t('corridor.percent', { value: corridor.remittanceCostPercent.value })}{' '}
                  <span className="small muted">{corridor.remittanceCostPercent.asOf}</span>
                </>
              ) : (
                t('value.notKnown')
              )}
            </td>
            <td data-l={t('corridor.agreements')}>
              {!corridor.agreements?.length
                ? t('value.notKnown')
                : corridor.agreements.map(({ name, year }) => (
                    <div key={`${name.en} ${year}`}>
                      <Say text={name} quiet />
                      {year !== undefined && ` (${year})`}
                    </div>
                  ))}
            </td>
            <td data-l={t('corridor.portability')}>{yesNo(corridor.socialSecurityPortability)}</td>
            <td data-l={t('corridor.readmission')}>{yesNo(corridor.readmissionAgreement)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
