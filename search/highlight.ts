import type { Highlight } from './engine.ts';
import { type QueryWord, typosIn, wordsOf } from './words.ts';

const PIECES = /([\p{L}\p{M}\p{N}]+)/u;

/** Whether a word of a text is one that a query asks for. Texts repeat their words, and each is looked at once. */
export function matcherOf(query: readonly QueryWord[]): (piece: string) => boolean {
  const known = new Map<string, boolean>();
  return (piece) => {
    const before = known.get(piece);
    if (before !== undefined) return before;
    const matches = wordsOf(piece).some((found) => query.some((word) => typosIn(word, found) !== undefined));
    known.set(piece, matches);
    return matches;
  };
}

/** A text cut into what matched a query and what lies between; undefined where nothing matched. The same for every engine. */
export function highlight(text: string, matches: (piece: string) => boolean): Highlight['pieces'] | undefined {
  const pieces: { text: string; match: boolean }[] = [];
  // `split` with a group alternates: other, word, other, word …
  for (const [at, piece] of text.split(PIECES).entries()) {
    if (piece === '') continue;
    const match = at % 2 === 1 && matches(piece);
    const last = pieces.at(-1);
    if (last && !match && !last.match) last.text += piece;
    else pieces.push({ text: piece, match });
  }
  return pieces.some(({ match }) => match) ? pieces : undefined;
}
