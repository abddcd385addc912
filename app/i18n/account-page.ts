import type { Locale } from './locale.ts';

/** The address of the account page, or of one of the pages under it, or with a query. */
export const accountPage = (locale: Locale, rest = ''): string =>
  `/${locale}/account${rest === '' || rest.startsWith('?') ? rest : `/${rest}`}`;
