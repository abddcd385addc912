import { MOST_WORDS } from '../words.ts';

/** Opens what a field begins with, and ends what it is from end to end. No word holds such a sign. */
const [OPEN, END] = ['^', '$'];
/** In letters, together: PostgreSQL keeps no longer word than 2,046 bytes. */
const LONGEST = 500;

/** What a field begins with as one word of the index, so that a query can ask for it by its first letters. */
export const beginningWith = (words: readonly string[]): string =>
  [...[OPEN, ...words.slice(0, MOST_WORDS).map((word) => `${word} `)].join('')].slice(0, LONGEST).join('');

/** The same where the field holds nothing else. */
export const wholeOf = (words: readonly string[]): string => beginningWith(words) + END;

/** Of a field's texts, each cut into words; undefined where the first has none. */
export function beginningOf(texts: readonly (readonly string[])[]): string | undefined {
  const [first = []] = texts;
  if (first.length === 0) return undefined;
  return texts.flat().length <= Math.min(first.length, MOST_WORDS) ? wholeOf(first) : beginningWith(first);
}
