import { useSpeech } from '../i18n/context.tsx';

/** Search by one line of words, anywhere; `children` are further fields of the same form. */
export function SearchBox({
  q = '',
  of = 'pathways',
  children,
}: {
  q?: string;
  of?: 'pathways' | 'vacancies';
  children?: React.ReactNode;
}) {
  const { t, locale } = useSpeech();
  return (
    <form className="cluster search" role="search" action={`/${locale}/${of}`} method="get">
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
