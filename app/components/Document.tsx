import type { ReactNode } from 'react';
import type { EndTold } from '../domain/people/session-limits.ts';
import { SpeechProvider, speechOf } from '../i18n/context.tsx';
import { directionOf, isLocale, LOCALES, type Locale } from '../i18n/locale.ts';
import styles from '../styles.css?url';
import { Shell } from './Shell.tsx';

/** Where a page stands: its path, its query, and the public address of the installation. */
export type Place = { pathname: string; search: string; origin: string };

/** Addresses of this page in each language, for search engines; the query belongs to the page. */
function Alternates({ pathname, search, origin }: Place) {
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

/** The document that every page is: `head` is its title and what else it says of itself. */
export function Document({
  locale,
  place,
  head,
  ends,
  children,
}: {
  locale: Locale;
  place: Place;
  head: ReactNode;
  ends?: EndTold | undefined;
  children: ReactNode;
}) {
  return (
    <html lang={locale} dir={directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {head}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        <Alternates {...place} />
      </head>
      <body>
        <SpeechProvider value={speechOf(locale)}>
          <Shell pathname={place.pathname} search={place.search} ends={ends}>
            {children}
          </Shell>
        </SpeechProvider>
      </body>
    </html>
  );
}
