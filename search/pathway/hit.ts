import { LOCALES } from '../../app/i18n/locale.ts';
import type { Highlight, PathwayHit } from '../engine.ts';
import { highlight, matcherOf } from '../highlight.ts';
import type { QueryWord } from '../words.ts';
import type { ShownPathway } from './document.ts';

/** The language to sort by: there are sort keys in those of the interface. */
export const inLocale = (locale: string): string => (Object.hasOwn(LOCALES, locale) ? locale : 'en');

/** Results with what matched in their names and summaries, in the language in which they are shown. */
export function hitsOf(documents: readonly ShownPathway[], words: readonly QueryWord[], locale: string): PathwayHit[] {
  if (words.length === 0) return documents.map((document) => ({ document, highlights: [] }));
  const matches = matcherOf(words);
  const highlightsOf = (document: ShownPathway) =>
    (['name', 'summary'] as const).flatMap((field): Highlight[] => {
      const language = document[field][locale] === undefined ? 'en' : locale;
      const pieces = highlight(document[field][language] ?? document[field].en, matches);
      return pieces ? [{ field, language, pieces }] : [];
    });
  return documents.map((document) => ({ document, highlights: highlightsOf(document) }));
}
