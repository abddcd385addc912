import type { LedgerDay } from '../../../db/queries/quota-ledger.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { signed } from './signed.ts';

const FIGURES = ['allocated', 'givenBack', 'takenUp'] as const;

/** What happened to a quota by day: sums, of nobody in particular. */
export function LedgerDays({ days }: { days: readonly LedgerDay[] }) {
  const { t, f } = useSpeech();
  return (
    <table className="nums">
      <caption className="vh">{t('days.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('days.day')}</th>
          <th scope="col" className="num">
            {t('days.places')}
          </th>
          {FIGURES.map((figure) => (
            <th scope="col" className="num" key={figure}>
              {t(`days.${figure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, places, ...done }) => (
          <tr key={day}>
            <th scope="row">{f.date(day)}</th>
            <td className="num">
              <bdi dir="ltr">{signed(places, f.number)}</bdi>
            </td>
            {FIGURES.map((figure) => (
              <td className="num" key={figure}>
                {f.number(done[figure])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
