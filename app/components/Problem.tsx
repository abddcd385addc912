import { isRouteErrorResponse, useLocation } from '@remix-run/react';
import { useSpeech } from '../i18n/context.tsx';
import { isLocale, LOCALES } from '../i18n/locale.ts';
import type { MessageId } from '../i18n/translate.ts';
import type { NotFound } from '../server/loader.ts';
import { SearchBox } from './SearchBox.tsx';

const isNotFound = (value: unknown): value is NotFound =>
  typeof value === 'object' && value !== null && 'what' in value;

/** The same page in each language, where only the language was wrong; else each language's first page. */
function Languages({ tail }: { tail: readonly string[] }) {
  return (
    <ul className="bul">
      {Object.entries(LOCALES).map(([code, name]) => (
        <li key={code}>
          <a lang={code} hrefLang={code} href={`/${[code, ...tail].join('/')}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Missing({ error }: { error: unknown }) {
  const { t, code } = useSpeech();
  const [, first, ...rest] = useLocation().pathname.split('/');
  const { what, sought } = isNotFound(error) ? error : { what: 'page', sought: '' };
  if (!isLocale(first))
    return (
      <>
        <h1>{t('notFound.title')}</h1>
        <p className="lede">{t('notFound.locale')}</p>
        <Languages tail={rest} />
        <SearchBox />
      </>
    );
  return (
    <>
      <h1>{t('notFound.title')}</h1>
      <p className="lede">
        {code('notFound', what)} <bdi>{sought.slice(0, 80)}</bdi>
      </p>
      <SearchBox />
      <h2 className="sub">{t('notFound.languages')}</h2>
      <Languages tail={[]} />
    </>
  );
}

/** What is said of a status: 503, the database is away and comes back by itself; any other but these is a bug. */
const WORDS: Record<number, readonly [title: MessageId, text: MessageId]> = {
  405: ['refused.method.title', 'refused.method.text'],
  503: ['error.unavailable.title', 'error.unavailable.text'],
};

function Broken({ status }: { status: number }) {
  const { t, locale } = useSpeech();
  const [title, text] = WORDS[status] ?? ['error.title', 'error.text'];
  return (
    <>
      <h1>{t(title)}</h1>
      <p className="lede">{t(text)}</p>
      <p>
        <a href={`/${locale}`}>{t('error.home')}</a>
      </p>
    </>
  );
}

/** Not found, not available, not to be written, or broken: each says which, and what to do next. */
export function Problem({ error }: { error: unknown }) {
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main id="main" className="wrap page stack">
      {missing ? <Missing error={error.data} /> : <Broken status={isRouteErrorResponse(error) ? error.status : 500} />}
    </main>
  );
}
