import { fold } from '../app/domain/text/fold.ts';
import { typosAllowed, typosBetween } from '../app/domain/text/typos.ts';

/** Words too common to tell pathways apart, in the four languages; both engines leave them out of a query. */
export const STOP_WORDS: readonly string[] = [
  ...['a', 'an', 'and', 'as', 'at', 'for', 'from', 'i', 'in', 'of', 'on', 'or', 'the', 'to', 'with'],
  ...['al', 'con', 'de', 'del', 'el', 'en', 'la', 'las', 'los', 'o', 'para', 'por', 'un', 'una', 'y'],
  ...['au', 'aux', 'des', 'du', 'et', 'le', 'les', 'ou', 'pour', 'une'],
  ...['الي', 'او', 'علي', 'عن', 'في', 'من', 'و'],
];
const stops = new Set(STOP_WORDS);

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** In letters; nobody types longer words, and PostgreSQL and Meilisearch have limits of their own. */
const LONGEST_WORD = 60;

const ARTICLE = 'ال';

/** «The nurse» is one word in Arabic and is found as «nurse»: Meilisearch cuts the article off, so it goes before either engine. */
function withoutArticle(word: string): string {
  if (stops.has(word) || !word.startsWith(ARTICLE) || word.length < ARTICLE.length + 2) return word;
  return withoutArticle(word.slice(ARTICLE.length));
}

/** The words of a text as they are compared: folded, without signs, decomposed as Meilisearch counts letters. */
export const wordsOf = (text: string): string[] =>
  (fold(text).normalize('NFKD').match(WORD) ?? []).map((word) =>
    withoutArticle(word.length > LONGEST_WORD ? [...word].slice(0, LONGEST_WORD).join('') : word),
  );

/** The most words of a query that count. */
export const MOST_WORDS = 10;

export type QueryWord = { word: string; prefix: boolean };

/** A query cut into words; the last one may be unfinished. Of a query of stop words alone all are kept. */
export function queryWords(q: string): QueryWord[] {
  const all = wordsOf(q).slice(0, MOST_WORDS);
  const telling = all.filter((word, at) => !stops.has(word) || at === all.length - 1);
  const kept = telling.some((word) => !stops.has(word)) ? telling.filter((word) => !stops.has(word)) : all;
  const open = /[\p{L}\p{M}\p{N}]$/u.test(fold(q));
  return kept.map((word, at) => ({ word, prefix: open && at === kept.length - 1 && word === all.at(-1) }));
}

/** For Meilisearch: our own words, so nothing in them is an operator; a space after the last one says that it is finished. */
export const phraseOf = (words: readonly QueryWord[]): string =>
  words.map(({ word }) => word).join(' ') + (words.at(-1)?.prefix ? '' : ' ');

/** How many typos lie between what was typed and a word of a text; undefined where it is another word. */
export function typosIn(
  { word, prefix }: QueryWord,
  candidate: string,
  most: number = typosAllowed(word),
): number | undefined {
  if (candidate === word || (prefix && candidate.startsWith(word))) return 0;
  if (most === 0) return undefined;
  const typos = typosBetween(word, candidate, most, prefix);
  return typos <= most ? typos : undefined;
}
