import { useSpeech } from '../../i18n/context.tsx';

/** How many vacancies are open under something, and the way to them. */
export function VacanciesLink({ count, query }: { count: number; query: string }) {
  const { t, locale } = useSpeech();
  if (count === 0) return null;
  return (
    <p className="no-print">
      <a href={`/${locale}/vacancies?${query}`}>{t('vacancies.count', { count })}</a>
    </p>
  );
}
