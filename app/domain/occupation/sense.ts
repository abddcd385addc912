import { lettersOf } from './title.ts';

/** One of the names of a concept, its stems with a space between, and how long it is as a row of weights of words and of letters. */
export type Name = { name: string; preferred: boolean; stems: string; words: number; letters: number };

/** All that a concept is called in one language, and how long all of it together is. */
export type Sense = { names: readonly Name[]; words: number; letters: number };

/** How much a word or a run of letters says where one name, and where one concept, is told from the others. */
export type MarkWeight = { name: number; concept: number };

/** Words and runs of letters are kept side by side; no run of letters has this sign. */
export const wordMark = (word: string): string => `=${word}`;

/** The mark that stands for every one that no name has. */
export const UNKNOWN_MARK = '';

export const count = (counts: Map<string, number>, key: string, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by);

/** How often each run of letters is in these words. */
export function lettersIn(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) for (const letters of lettersOf(word)) count(counts, letters);
  return counts;
}

/** A word that a concept has in many of its names says little more than one that it has in a few. */
export const oftenWord = (times: number): number => Math.log(1 + times) + 0.3;
export const oftenLetters = (times: number): number => 1 + Math.log(times);
