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

/** The words of a text as they are compared: folded, without signs. */
export const wordsOf = (text: string): string[] => fold(text).match(WORD) ?? [];

/** Letters swapped, missing, added or changed that a word may have, by its length, as Meilisearch counts them. */
export const typosAllowed = (word: string): 0 | 1 | 2 => {
  const { length } = [...word];
  return length >= 9 ? 2 : length >= 5 ? 1 : 0;
};

/** The most words of a query that count. */
const MOST_WORDS = 10;

export type QueryWord = { word: string; prefix: boolean };

/** A query cut into words; the last one may be unfinished. Of a query of stop words alone all are kept. */
export function queryWords(q: string): QueryWord[] {
  const all = wordsOf(q).slice(0, MOST_WORDS);
  const telling = all.filter((word, at) => !stops.has(word) || at === all.length - 1);
  const kept = telling.some((word) => !stops.has(word)) ? telling.filter((word) => !stops.has(word)) : all;
  const open = /[\p{L}\p{M}\p{N}]$/u.test(fold(q));
  return kept.map((word, at) => ({ word, prefix: open && at === kept.length - 1 && word === all.at(-1) }));
}

/** Damerau–Levenshtein distance (neighbours swapped count once), or `most + 1` where it is more; a wrong first letter counts twice. */
export function typosBetween(a: string, b: string, most: number): number {
  const [from, to] = [[...a], [...b]];
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let [before, row] = [[] as number[], Array.from({ length: to.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  const distance = row[to.length] ?? most + 1;
  return distance > 0 && from[0] !== to[0] ? distance + 1 : distance;
}

/** How many typos lie between what was typed and a word of a text; undefined where it is another word. */
export function typosIn({ word, prefix }: QueryWord, candidate: string): number | undefined {
  if (candidate === word || (prefix && candidate.startsWith(word))) return 0;
  const most = typosAllowed(word);
  if (most === 0) return undefined;
  const whole = typosBetween(word, candidate, most);
  if (whole <= most) return whole;
  if (!prefix) return undefined;
  const { length } = [...word];
  const letters = [...candidate];
  const starts = [length - 1, length, length + 1].filter((size) => size > 0 && size < letters.length);
  const best = Math.min(most + 1, ...starts.map((size) => typosBetween(word, letters.slice(0, size).join(''), most)));
  return best <= most ? best : undefined;
}
