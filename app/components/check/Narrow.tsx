import { NARROWING_KEYS, type Narrowing } from '../../domain/check/narrowing.ts';
import { useSpeech } from '../../i18n/context.tsx';

const BOXES = [
  ['settlement', 'yes'],
  ['family', 'yes'],
  ['free', 'nothing'],
] as const;

/** Narrows the result by what matters to the person; the answers go along. */
export function Narrow({
  narrowing,
  destinations,
  query,
}: {
  narrowing: Narrowing;
  destinations: readonly string[];
  query: string;
}) {
  const { t, f, locale } = useSpeech();
  return (
    <details className="no-print" open={Object.keys(narrowing).length > 0}>
      <summary>{t('result.filter')}</summary>
      <form className="cluster top" method="get" action={`/${locale}/check/result`}>
        {[...new URLSearchParams(query)].map(([key, value]) => (
          <input key={`${key} ${value}`} type="hidden" name={key} value={value} />
        ))}
        <p className="field">
          <label htmlFor="destination">{t('result.filter.destination')}</label>
          <select id="destination" name={NARROWING_KEYS.destination} defaultValue={narrowing.destination ?? ''}>
            <option value="">{t('result.filter.any')}</option>
            {f.countries(destinations).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p className="field">
          <label htmlFor="length">{t('result.filter.stay')}</label>
          <select id="length" name={NARROWING_KEYS.stay} defaultValue={narrowing.stay ?? ''}>
            <option value="">{t('result.filter.any')}</option>
            <option value="short">{t('result.filter.stay.short')}</option>
            <option value="long">{t('result.filter.stay.long')}</option>
          </select>
        </p>
        <div>
          {BOXES.map(([name, value]) => (
            <label className="check" key={name}>
              <input type="checkbox" name={NARROWING_KEYS[name]} value={value} defaultChecked={narrowing[name]} />
              <span>{t(`result.filter.${name}`)}</span>
            </label>
          ))}
        </div>
        <button className="btn" type="submit">
          {t('filters.apply')}
        </button>
      </form>
    </details>
  );
}
