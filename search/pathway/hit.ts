import { LOCALES } from '../../app/i18n/locale.ts';
import type { Highlight, PathwayHit } from '../engine.ts';
import { highlight } from '../highlight.ts';
import type { QueryWord } from '../words.ts';
import type { PathwaySearchDocument } from './document.ts';

/** The language to sort by: there are sort keys in those of the interface. */
export const inLocale = (locale: string): string => (Object.hasOwn(LOCALES, locale) ? locale : 'en');

/** A result with what matched in its name and summary, in the language in which they are shown. */
export function hitOf(document: PathwaySearchDocument, words: readonly QueryWord[], locale: string): PathwayHit {
  if (words.length === 0) return { document, highlights: [] };
  const highlights = (['name', 'summary'] as const).flatMap((field): Highlight[] => {
    const language = document[field][locale] === undefined ? 'en' : locale;
    const pieces = highlight(document[field][language] ?? document[field].en, words);
    return pieces ? [{ field, language, pieces }] : [];
  });
  return { document, highlights };
}
