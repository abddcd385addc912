import type { Text } from '../domain/documents/index.ts';
import type { Locale } from './locale.ts';

/** A text in the reader's language, else in English: `language` says which it is. */
export type Said = { text: string; language: string };

export function say(text: Text, locale: Locale): Said {
  const own = text[locale];
  return own === undefined ? { text: text.en, language: 'en' } : { text: own, language: locale };
}

/** The names a text has in languages other than the reader's and English: the programme's own name at home. */
export const otherNames = (text: Text, locale: Locale, native: readonly string[]): Said[] =>
  native.flatMap((language) => {
    const own = text[language];
    return own === undefined || language === locale || own === text[locale] ? [] : [{ text: own, language }];
  });
