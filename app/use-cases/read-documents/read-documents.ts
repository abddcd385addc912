import { readCsv } from './csv.ts';
import { TooLarge } from './decode.ts';
import type { Entry } from './entry.ts';
import { readJson } from './json.ts';
import { readNdjson } from './ndjson.ts';

const READERS = { json: readJson, ndjson: readNdjson, jsonl: readNdjson, csv: readCsv };

export type Format = keyof typeof READERS;

export const isFormat = (text: string): text is Format => Object.hasOwn(READERS, text);

/** Every document of a file as it stands there, unchecked, each with its place; what cannot be read is a problem at its place. */
export async function* readDocuments(chunks: AsyncIterable<Uint8Array>, format: Format): AsyncGenerator<Entry> {
  let entries = 0;
  try {
    for await (const entry of READERS[format](chunks)) {
      entries++;
      yield entry;
    }
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    yield { place: {}, problem: error.message };
    return;
  }
  // A list of none, `[]`, says that there is none; a file of nothing is more likely a download that failed.
  if (entries === 0 && format !== 'json') yield { place: {}, problem: 'the file holds no document' };
}
