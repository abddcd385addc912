import { isRouteErrorResponse, useLocation } from '@remix-run/react';
import { useSpeech } from '../i18n/context.tsx';
import { isLocale, LOCALES } from '../i18n/locale.ts';
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

/** `unavailable`: the database is away and comes back by itself; else it is a bug. */
function Broken({ unavailable }: { unavailable: boolean }) {
  const { t, locale } = useSpeech();
  return (
    <>
      <h1>{t(unavailable ? 'error.unavailable.title' : 'error.title')}</h1>
      <p className="lede">{t(unavailable ? 'error.unavailable.text' : 'error.text')}</p>
      <p>
        <a href={`/${locale}`}>{t('error.home')}</a>
      </p>
    </>
  );
}

/** Not found, not available, or broken: each says which, and what to do next. */
export function Problem({ error }: { error: unknown }) {
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <main id="main" className="wrap page stack">
      {missing ? (
        <Missing error={error.data} />
      ) : (
        <Broken unavailable={isRouteErrorResponse(error) && error.status === 503} />
      )}
    </main>
  );
}
