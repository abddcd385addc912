import { allBytes, brokenLine, decode, encodingProblem } from './decode.ts';
import type { Entry, Place } from './entry.ts';
import { type Flaw, findFlaw } from './flaw.ts';

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
    yield { ...whereIn(text, flaw), problem: flaw.message + hint(text, flaw.offset) };
    return;
  }
  const whole: unknown = JSON.parse(text);
  if (!Array.isArray(whole)) yield { place: { index: 0 }, value: whole };
  else for (const [index, value] of whole.entries()) yield { place: { index }, value };
}

/** In a list the first step of the path is the index of the document. */
function whereIn(text: string, { offset, path }: Flaw): { place: Place; path: string } {
  const [, index, within] = /^\/(\d+)(.*)$/s.exec(path) ?? [];
  if (!text.trimStart().startsWith('[') || index === undefined) return { place: spot(text, offset), path };
  return { place: { ...spot(text, offset), index: Number(index) }, path: within ?? '' };
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
