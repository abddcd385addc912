import type { Rate } from '../../domain/money/comparable-wage.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** By which rates wages are compared, of which day and by whom, and what money is compared with itself alone. */
export function RateNotes({ rates, uncompared }: { rates: readonly Rate[]; uncompared: readonly string[] }) {
  const { t, f } = useSpeech();
  if (rates.length === 0 && uncompared.length === 0) return null;
  return (
    <div className="small muted gap">
      {rates.map(({ currency, perEur, on, source }) => (
        <p key={currency}>
          <bdi>
            {t('vacancies.rate', {
              ...{ rate: f.number(perEur), currency, date: on === null ? '' : f.date(on), source: source ?? '' },
            })}
          </bdi>
        </p>
      ))}
      {uncompared.length > 0 && <p>{t('vacancies.uncompared', { currencies: f.and(uncompared.map(f.currency)) })}</p>}
    </div>
  );
}
