import type { ReactNode } from 'react';
import type { EndTold } from '../domain/people/session-limits.ts';
import { useSpeech } from '../i18n/context.tsx';
import { LOCALES, type Locale } from '../i18n/locale.ts';
import type { MessageId } from '../i18n/translate.ts';
import { SessionEnd } from './account/SessionEnd.tsx';
import { IconSheet } from './ui/icons.tsx';

const NAVIGATION = [
  ['/pathways', 'nav.pathways'],
  ['/vacancies', 'nav.vacancies'],
  ['/check', 'nav.check'],
  ['/origins', 'nav.origins'],
  ['/destinations', 'nav.destinations'],
  ['/occupations', 'nav.occupations'],
  ['/account', 'nav.account'],
] as const satisfies readonly (readonly [string, MessageId])[];

/** Where pages belong that are reached through an entry and whose addresses begin otherwise, by their first step. */
const REACHED_THROUGH: ReadonlyMap<string, string> = new Map([
  ['employer', '/account'],
  ['ministry', '/account'],
  ['administration', '/account'],
]);

/** How an entry stands to a page: the page itself, or where it belongs. */
function currentAs(entry: string, here: string): 'page' | 'true' | undefined {
  if (here === entry) return 'page';
  const [, first = ''] = here.split('/');
  return (REACHED_THROUGH.get(first) ?? `/${first}`) === entry ? 'true' : undefined;
}

const FOOT = [
  ['/contact', 'foot.contact'],
  ['/recruiters', 'recruiters.title'],
  ['/about/data', 'foot.data'],
  ['/accessibility', 'foot.accessibility'],
  ['/privacy', 'foot.privacy'],
] as const satisfies readonly (readonly [string, MessageId])[];

const Channel = () => <div className="channel" aria-hidden="true" />;

const Wordmark = () => (
  <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" fill="none" strokeWidth="3.2">
    <path className="bank" d="M3 31C3 20 12 20 12 10V1M20 31C20 20 29 20 29 10V1" />
    <path className="lead" strokeWidth="2.6" strokeDasharray="5 3.5" d="M11.5 31C11.5 20 20.5 20 20.5 10V1" />
  </svg>
);

/** The same page in another language: the path's first part changes, the query stays. */
const inLocale = (to: Locale, pathname: string, search: string) =>
  `/${[to, ...pathname.split('/').slice(2)].join('/')}${search}`;

function Languages({ pathname, search }: { pathname: string; search: string }) {
  const { locale, t } = useSpeech();
  return (
    <details className="lang">
      <summary>
        <span className="vh">{t('shell.language')} </span>
        {LOCALES[locale]}
      </summary>
      <ul className="plain">
        {Object.entries(LOCALES).map(([code, name]) => (
          <li key={code}>
            <a
              lang={code}
              hrefLang={code}
              href={inLocale(code as Locale, pathname, search)}
              aria-current={code === locale || undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Header, main and footer of every page. */
export function Shell({
  pathname,
  search,
  ends,
  children,
}: {
  pathname: string;
  search: string;
  ends?: EndTold | undefined;
  children: ReactNode;
}) {
  const { locale, t } = useSpeech();
  const here = pathname.slice(locale.length + 1);
  return (
    <>
      <IconSheet />
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header>
        <div className="wrap mast-in">
          <a className="brand" href={`/${locale}`}>
            <Wordmark />
            <span>{t('shell.name')}</span>
          </a>
          <nav className="nav" aria-label={t('shell.mainNavigation')}>
            {NAVIGATION.map(([path, id]) => (
              <a key={path} href={`/${locale}${path}`} aria-current={currentAs(path, here)}>
                {t(id)}
              </a>
            ))}
          </nav>
          <Languages pathname={pathname} search={search} />
        </div>
        <Channel />
        {ends?.absolute && <SessionEnd {...ends} here={pathname + search} />}
      </header>
      {children}
      <footer>
        {ends && !ends.absolute && <SessionEnd {...ends} here={pathname + search} />}
        <Channel />
        <div className="foot">
          <div className="wrap">
            <p>
              <b>{t('foot.free')}</b>
            </p>
            <ul className="plain">
              {FOOT.map(([path, id]) => (
                <li key={path}>
                  <a href={`/${locale}${path}`}>{t(id)}</a>
                </li>
              ))}
              <li>
                <a href="/api/v1/openapi.json">{t('foot.api')}</a>
              </li>
            </ul>
          </div>
        </div>
      </footer>
    </>
  );
}
