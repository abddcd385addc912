import type { Corridor } from '../../../db/queries/corridor.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';

/** What two states agreed, and what sending money home cost: one row a corridor; absent is not known. */
export function CorridorTable({ corridors, side }: { corridors: readonly Corridor[]; side: 'origin' | 'destination' }) {
  const { t, f } = useSpeech();
  const yesNo = (value: boolean | undefined) => (value === undefined ? t('value.notKnown') : t(value ? 'value.yes' : 'value.no'));
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
        {corridors.map((corridor) => {
          const cost = corridor.remittanceCostPercent;
          const source = corridor.sources.find(({ id }) => id === cost?.source);
          return (
            <tr key={corridor[side]}>
              <th scope="row">{f.country(corridor[side])}</th>
              <td data-l={t('corridor.remittance')}>
                {cost ? (
                  <>
                    {t('corridor.percent', { value: cost.value })} <span className="small muted">{[cost.asOf, source?.basis && t('corridor.worldBank')].filter(Boolean).join(' · ')}</span>
                  </>
                ) : (
                  t('value.notKnown')
                )}
              </td>
              <td data-l={t('corridor.agreements')}>
                {corridor.agreements.length === 0
                  ? t('value.notKnown')
                  : corridor.agreements.map(({ name, year }, at) => (
                      <div key={`${name.en} ${at}`}>
                        <Say text={name} quiet />
                        {year && ` (${year})`}
                      </div>
                    ))}
              </td>
              <td data-l={t('corridor.portability')}>{yesNo(corridor.socialSecurityPortability)}</td>
              <td data-l={t('corridor.readmission')}>{yesNo(corridor.readmissionAgreement)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
