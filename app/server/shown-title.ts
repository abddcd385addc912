import type { AppLoadContext } from '@remix-run/node';
import type { Posting } from '../../db/queries/vacancy.ts';
import type { Text } from '../domain/documents/index.ts';
import { withheldOf } from '../domain/vacancy/plain-words.ts';
import { LOCALES } from '../i18n/locale.ts';

/** What a vacancy is called where anybody reads of it: by its occupation, where its title asks for payment. */
export function shownTitle({ vacancy, flags }: Pick<Posting, 'vacancy' | 'flags'>, { labels }: AppLoadContext): Text {
  if (!withheldOf(flags).has('title')) return vacancy.title;
  const called = (locale: string) => labels.occupation(vacancy.occupation, locale);
  return { en: called('en'), ...Object.fromEntries(Object.keys(LOCALES).map((locale) => [locale, called(locale)])) };
}
