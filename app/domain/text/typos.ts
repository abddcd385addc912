/** From how many letters on one typo is forgiven, and two. */
export const TYPOS_FROM = { one: 5, two: 9 } as const;

const NUMBER = /^\p{N}+$/u;

/** Letters swapped, missing, added or changed that a word may have, by its length; none in a number. */
export const typosAllowed = (word: string): 0 | 1 | 2 => {
  const { length } = [...word];
  if (length < TYPOS_FROM.one || NUMBER.test(word)) return 0;
  return length < TYPOS_FROM.two ? 1 : 2;
};

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
