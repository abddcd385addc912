import type { Text } from '../domain/documents/index.ts';
import { onOneLine, shown } from '../domain/text/shown.ts';
import type { Locale } from './locale.ts';

/** A text in the reader's language, else in English: `language` says which it is. */
export type Said = { text: string; language: string };

export function say(text: Text, locale: Locale): Said {
  const own = text[locale];
  return own === undefined ? { text: shown(text.en), language: 'en' } : { text: shown(own), language: locale };
}

/** Likewise on one line, for messages, in which a line of its own could pass for one of ours. */
export const sayOnOneLine = (text: Text, locale: Locale): string => onOneLine(say(text, locale).text);

/** The names a text has in languages other than the reader's and English: the programme's own name at home. */
export const otherNames = (text: Text, locale: Locale, native: readonly string[]): Said[] =>
  native.flatMap((language) => {
    const own = text[language];
    return own === undefined || language === locale || own === text[locale] ? [] : [{ text: own, language }];
  });
