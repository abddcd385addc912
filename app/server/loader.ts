import { data } from '@remix-run/node';
import { Country } from '../domain/documents/codes.ts';
import { isLocale, type Locale } from '../i18n/locale.ts';

/** Seconds a shared cache may keep a public page; it is revalidated by its ETag. */
const PAGE_SECONDS = 60;

export const PAGE_HEADERS = {
  'Cache-Control': `public, max-age=0, s-maxage=${PAGE_SECONDS}, stale-while-revalidate=600`,
};

/** An expected 404: the page tells what was looked for. */
export const notFound = (what: NotFound['what'], sought = '') => data({ what, sought }, { status: 404 });

/** What a not-found page is given. */
export type NotFound = {
  what: 'page' | 'pathway' | 'country' | 'occupation' | 'quota' | 'organisation' | 'partnership' | 'vacancy';
  sought: string;
};

/** The locale of a path; its layout has refused every other. */
export function localeOf(params: { locale?: string | undefined }): Locale {
  if (!isLocale(params.locale)) throw notFound('page');
  return params.locale;
}

/** The country of a path, in capitals; throws a 404 for what no country has. */
export function countryOf(code: string | undefined): string {
  const country = code?.toUpperCase() ?? '';
  if (!Country.safeParse(country).success) throw notFound('country', code ?? '');
  return country;
}

/** The page of a list that an address asks for; throws a 404 for what is none. */
export function pageIn(request: Request): number {
  const asked = new URL(request.url).searchParams.get('page') ?? '1';
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw notFound('page');
  return Number(asked);
}
