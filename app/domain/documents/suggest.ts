const plain = (word: string) => word.toLowerCase().replaceAll(/[-_ ]/g, '');

/** A longer list is of codes, where one letter off is another code; and measuring against all of it would take long. */
const mostMeasured = 100;

/** The candidate that a slip of the keyboard turns into the word; undefined when none is near enough to be meant. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 40) return undefined;
  const known = [...candidates];
  const same = known.find((candidate) => plain(candidate) === plain(word));
  if (same !== undefined || known.length > mostMeasured) return same;
  let nearest: string | undefined;
  let least = Math.min(3, Math.floor(word.length / 4) + 1);
  for (const candidate of known.filter(({ length }) => Math.abs(length - word.length) < 5)) {
    const slips = distance(plain(word), plain(candidate));
    if (slips < least) [nearest, least] = [candidate, slips];
  }
  return nearest;
}

/** The end of a message: `; did you mean "age"?`, or nothing. */
export function didYouMean(word: unknown, candidates: Iterable<string>): string {
  const meant = typeof word === 'string' ? suggest(word, candidates) : undefined;
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}

/** Insertions, deletions, substitutions and swaps of neighbours from one word to the other (optimal string alignment). */
function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + same,
        swapped ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return at(last, to.length);
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;
