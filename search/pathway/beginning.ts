/** Stand before the first word of a field, so that a query can ask for what a field begins with, or is. No word holds such a sign. */
export const BEGINNING = '^';
export const beginningOf = (words: number): string => `^${words}`;
