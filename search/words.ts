import { fold } from '../app/domain/text/fold.ts';

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

/** From how many letters on one typo is forgiven, and two. */
export const TYPOS_FROM = { one: 5, two: 9 } as const;

const NUMBER = /^\p{N}+$/u;

/** Letters swapped, missing, added or changed that a word may have, by its length; none in a number. */
export const typosAllowed = (word: string): 0 | 1 | 2 => {
  const { length } = [...word];
  if (length < TYPOS_FROM.one || NUMBER.test(word)) return 0;
  return length < TYPOS_FROM.two ? 1 : 2;
};

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

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY;

/**
 * Letters to insert, delete, replace or swap with a neighbour to make `asked` out of `found`, or out of some beginning of it where
 * `prefix`; more than `most` are not counted to the end.
 */
function distanceBetween(asked: readonly string[], found: readonly string[], most: number, prefix: boolean): number {
  let before: number[] = [];
  let last = Array.from({ length: asked.length + 1 }, (_, index) => index);
  let best = asked.length;
  for (let j = 1; j <= found.length && Math.min(...last) <= most; j++) {
    const row = [j];
    for (let i = 1; i <= asked.length; i++) {
      let cost = Math.min(
        at(row, i - 1) + 1,
        at(last, i) + 1,
        at(last, i - 1) + (asked[i - 1] === found[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && asked[i - 1] === found[j - 2] && asked[i - 2] === found[j - 1])
        cost = Math.min(cost, at(before, i - 2) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
    best = Math.min(best, at(row, asked.length));
  }
  if (prefix) return best;
  return Math.min(...last) > most ? most + 1 : at(last, asked.length);
}

/** Typos between what was asked and a word found, `most + 1` where more; a wrong first letter counts twice, and allows no other. */
export function typosBetween(asked: string, found: string, most: number, prefix = false): number {
  // Most words differ in the first letter, and so do not need to be counted.
  if (most < 2 && asked.codePointAt(0) !== found.codePointAt(0)) return most + 1;
  const [a, b] = [[...asked], [...found]];
  if (a.length - b.length > most || (!prefix && b.length - a.length > most)) return most + 1;
  const distance = distanceBetween(a, b, most, prefix);
  return distance > 0 && a[0] !== b[0] ? distance + 1 : distance;
}

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
