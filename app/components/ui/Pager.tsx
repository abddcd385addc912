import { useSpeech } from '../../i18n/context.tsx';

/** The page before and the page after; nothing where there is but one. */
export function Pager({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const { t } = useSpeech();
  if (pages === 1) return null;
  return (
    <nav className="pager sec" aria-label={t('pager.label')}>
      {page > 1 ? (
        <a className="btn two" rel="prev" href={hrefOf(page - 1)}>
          {t('pager.previous')}
        </a>
      ) : (
        <span />
      )}
      <b aria-current="page">{t('pager.page', { page, pages })}</b>
      {page < pages ? (
        <a className="btn two" rel="next" href={hrefOf(page + 1)}>
          {t('pager.next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
