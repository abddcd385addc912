import { useSpeech } from '../../i18n/context.tsx';

/** The way to the page before and to the one after, of a list that nobody counts. */
export function Turn({ page, more }: { page: number; more: boolean }) {
  const { t } = useSpeech();
  if (page === 1 && !more) return null;
  return (
    <nav className="cluster gap-2" aria-label={t('pager.label')}>
      {page > 1 && (
        <a className="btn two" rel="prev" href={`?page=${page - 1}`}>
          {t('pager.previous')}
        </a>
      )}
      {more && (
        <a className="btn two" rel="next" href={`?page=${page + 1}`}>
          {t('pager.next')}
        </a>
      )}
    </nav>
  );
}
