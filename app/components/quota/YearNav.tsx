import { useSpeech } from '../../i18n/context.tsx';

/** The years of a pathway's quotas, each a link. */
export function YearNav({ years, year, path }: { years: readonly number[]; year: number; path: string }) {
  const { t } = useSpeech();
  return (
    <nav aria-label={t('desk.years')}>
      <ul className="cluster plain">
        {years.map((one) => (
          <li key={one}>
            <a className="chip" href={`${path}?year=${one}`} aria-current={one === year ? 'page' : undefined}>
              {one}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
