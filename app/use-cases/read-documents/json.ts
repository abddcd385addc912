import { allBytes, brokenLine, decode, encodingProblem } from './decode.ts';
import type { Entry, Place } from './entry.ts';
import { findFlaw } from './flaw.ts';

const spot = (text: string, offset: number): Place => {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
};

/** A list of documents, or one document. A flaw anywhere leaves none of it readable. */
export async function* readJson(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const bytes = await allBytes(chunks);
  const text = decode(bytes);
  if (text === undefined) yield { place: { line: brokenLine(bytes) }, problem: encodingProblem(bytes) };
  else if (text.trim() === '') yield { place: {}, problem: 'the file is empty' };
  else yield* readText(text);
}

function* readText(text: string): Generator<Entry> {
  const flaw = findFlaw(text);
  if (flaw) {
    yield { place: spot(text, flaw.offset), problem: flaw.message + hint(text, flaw.offset), path: flaw.path };
    return;
  }
  const whole: unknown = JSON.parse(text);
  if (!Array.isArray(whole)) yield { place: { index: 0 }, value: whole };
  else for (const [index, value] of whole.entries()) yield { place: { index }, value };
}

/** A second object on a new line after a first that is whole: the file is NDJSON under another name. */
function hint(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset) + 1;
  const follows =
    text[offset] === '{' &&
    text.slice(lineStart, offset).trim() === '' &&
    text.slice(0, offset).trimEnd().endsWith('}');
  return follows ? ' (one document a line? Then name the file .ndjson)' : '';
}
