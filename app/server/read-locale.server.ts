import { isLocale, LOCALES, type Locale, preferredLocale } from '../i18n/locale.ts';
import { readOne } from './api.server.ts';

/** The language that an answer's names come in: the one asked for, else by Accept-Language, of which caches are then told. */
export function readLocale(request: Request, params: URLSearchParams) {
  const { value, bad } = readOne(params, 'locale', isLocale, `one of ${Object.keys(LOCALES).join(', ')}`);
  const locale: Locale = isLocale(value) ? value : preferredLocale(request.headers.get('Accept-Language'));
  const headers: Record<string, string> = value === undefined ? { Vary: 'Accept-Language' } : {};
  return { locale, bad, headers };
}
