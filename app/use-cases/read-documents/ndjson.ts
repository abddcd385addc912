import { byteLines, decode, encodingProblem } from './decode.ts';
import type { Entry } from './entry.ts';
import { findFlaw } from './flaw.ts';

/** One document a line; blank lines pass. A broken line is one entry with a problem, and the lines after it are still read. */
export async function* readNdjson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  let line = 0;
  for await (const bytes of byteLines(chunks)) {
    line++;
    const text = decode(bytes);
    if (text === undefined) yield { place: { line }, problem: encodingProblem(bytes) };
    else if (text.trim() !== '') yield readLine(text, line);
  }
}

function readLine(text: string, line: number): Entry {
  const flaw = findFlaw(text);
  if (flaw) return { place: { line, column: flaw.offset + 1 }, problem: flaw.message, path: flaw.path };
  return { place: { line }, value: JSON.parse(text) };
}
