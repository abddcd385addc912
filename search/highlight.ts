import type { Highlight } from './engine.ts';
import { type QueryWord, typosIn, wordsOf } from './words.ts';

const PIECES = /([\p{L}\p{M}\p{N}]+)/u;

/** A text cut into what matched a query and what lies between; undefined where nothing matched. The same for every engine. */
export function highlight(text: string, query: readonly QueryWord[]): Highlight['pieces'] | undefined {
  const pieces: { text: string; match: boolean }[] = [];
  // `split` with a group alternates: other, word, other, word …
  for (const [at, piece] of text.split(PIECES).entries()) {
    if (piece === '') continue;
    const match =
      at % 2 === 1 && wordsOf(piece).some((found) => query.some((word) => typosIn(word, found) !== undefined));
    const last = pieces.at(-1);
    if (last && !match && !last.match) last.text += piece;
    else pieces.push({ text: piece, match });
  }
  return pieces.some(({ match }) => match) ? pieces : undefined;
}
