import type { MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useMatches, useRouteError } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Problem } from './components/Problem.tsx';
import { Shell } from './components/Shell.tsx';
import { SpeechProvider, speechOf } from './i18n/context.tsx';
import { DEFAULT_LOCALE, directionOf, isLocale, LOCALES, type Locale } from './i18n/locale.ts';
import type { MessageId } from './i18n/translate.ts';
import styles from './styles.css?url';

const localeOf = (pathname: string): Locale => {
  const [, first] = pathname.split('/');
  return isLocale(first) ? first : DEFAULT_LOCALE;
};

/** Addresses of this page in each language, for search engines; the query belongs to the page. */
function Alternates({ pathname, search }: { pathname: string; search: string }) {
  const origin = useOrigin();
  const [, first, ...rest] = pathname.split('/');
  if (!isLocale(first)) return null;
  const tail = rest.length ? `/${rest.join('/')}` : '';
  return (
    <>
      {Object.keys(LOCALES).map((code) => (
        <link key={code} rel="alternate" hrefLang={code} href={`${origin}/${code}${tail}${search}`} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={`${origin}/en${tail}${search}`} />
      <link rel="canonical" href={`${origin}${pathname}${search}`} />
    </>
  );
}

const useOrigin = (): string => {
  const [, locale] = useMatches();
  const data = locale?.data;
  return data && typeof data === 'object' && 'publicUrl' in data ? String(data.publicUrl) : '';
};

function Document({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const locale = localeOf(pathname);
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        <Alternates pathname={pathname} search={search} />
        <Links />
      </head>
      <body>
        <SpeechProvider value={speechOf(locale)}>
          <Shell pathname={pathname} search={search}>
            {children}
          </Shell>
        </SpeechProvider>
      </body>
    </html>
  );
}

const TITLES: Record<number, MessageId> = {
  404: 'notFound.title',
  405: 'refused.method.title',
  503: 'error.unavailable.title',
};

/** The title of a page that could not be had; every other page states its own. */
export const meta: MetaFunction = ({ error, location }) => {
  const { t } = speechOf(localeOf(location.pathname));
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const title = t(TITLES[status] ?? 'error.title');
  return [{ title: error ? `${title} – ${t('shell.name')}` : t('shell.name') }];
};

export default function App() {
  return (
    <Document>
      <Outlet />
    </Document>
  );
}

export function ErrorBoundary() {
  return (
    <Document>
      <Problem error={useRouteError()} />
    </Document>
  );
}
