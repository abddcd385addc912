import { useSpeech } from '../i18n/context.tsx';

/** Search by one line of words, anywhere; `children` are further fields of the same form. */
export function SearchBox({
  q = '',
  of = 'pathways',
  at = of,
  children,
}: {
  q?: string;
  of?: 'pathways' | 'vacancies';
  /** The page that answers, where it is not everybody's list. */
  at?: string;
  children?: React.ReactNode;
}) {
  const { t, locale } = useSpeech();
  return (
    <form className="cluster search" role="search" action={`/${locale}/${at}`} method="get">
      <p className="field grow">
        <label htmlFor="q">{t(of === 'pathways' ? 'search.box.label' : 'vacancies.box.label')}</label>
        <input id="q" name="q" defaultValue={q} autoComplete="off" maxLength={200} enterKeyHint="search" />
      </p>
      {children}
      <button className="btn" type="submit">
        {t('search.box.button')}
      </button>
    </form>
  );
}
