import { typosAllowed } from '../app/domain/text/typos.ts';
import { type QueryWord, typosIn } from './words.ts';

/** A word as asked, one, two or three typed words long, with the words of the index that it may stand for. */
export type Term = {
  asked: QueryWord;
  /** Typed words written apart that stand as one: 1, 2 or 3. */
  length: number;
  most: number;
  /** Words of the index at one typo and at two. */
  close: [readonly string[], readonly string[]];
  /** Two words of the index that the asked one is when cut, where they stand side by side. */
  split?: readonly [string, string];
};

/** One way to read a query: terms of which all must match. */
export type Reading = readonly Term[];

/** How many words of the index one may stand for: Meilisearch's limits. */
const MOST_CLOSE = [150, 50] as const;
const LONGEST_JOIN = 3;
/** A query of ten words could be read in hundreds of ways. */
const MOST_READINGS = 12;

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The words of the vocabulary within reach of a typed one, by typos. */
export function closeWords(asked: QueryWord, most: number, vocabulary: readonly string[]): Term['close'] {
  const at: [string[], string[]] = [[], []];
  for (const word of vocabulary) {
    const typos = typosIn(asked, word, most);
    if (typos === 1 || typos === 2) at[typos - 1]?.push(word);
  }
  return [at[0].sort(byCode).slice(0, MOST_CLOSE[0]), at[1].sort(byCode).slice(0, MOST_CLOSE[1])];
}

/** Every run of one to three typed words as one word; words joined forgive fewer typos, for a join is one already. */
export function runsOf(
  words: readonly QueryWord[],
): { from: number; length: number; asked: QueryWord; most: number }[] {
  return words.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_JOIN, words.length - from) }, (_none, index) => {
      const run = words.slice(from, from + index + 1);
      const asked = { word: run.map(({ word }) => word).join(''), prefix: run.at(-1)?.prefix ?? false };
      return { from, length: run.length, asked, most: Math.max(0, typosAllowed(asked.word) - index) };
    }),
  );
}

/** The ways to read a query, the one that was typed first. `joins` tells the terms for runs of several words that the index knows. */
export function readingsOf(single: readonly Term[], joins: ReadonlyMap<number, readonly Term[]>): Reading[] {
  let readings: { next: number; terms: Term[] }[] = [{ next: 0, terms: [] }];
  while (readings.some(({ next }) => next < single.length)) {
    readings = readings.flatMap(({ next, terms }) => {
      const one = single[next];
      if (!one) return [{ next, terms }];
      return [one, ...(joins.get(next) ?? [])].map((term) => ({ next: next + term.length, terms: [...terms, term] }));
    });
    readings = readings.slice(0, MOST_READINGS);
  }
  return readings.map(({ terms }) => terms);
}
