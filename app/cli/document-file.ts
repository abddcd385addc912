import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import type { ImportFile } from '../use-cases/import-documents/import-documents.ts';
import type { Entry } from '../use-cases/read-documents/entry.ts';
import { isFormat, readDocuments } from '../use-cases/read-documents/read-documents.ts';

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'this account may not read it',
  EISDIR: 'it is a folder',
};

/** Why a file cannot be read; undefined where that was not what went wrong. */
export function reasonUnreadable(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return code === undefined ? undefined : (REASONS[code] ?? `it cannot be read (${code})`);
}

/** Why a file or folder cannot be read, in words; any other error is thrown. */
export function reasonOf(error: unknown): string {
  const reason = reasonUnreadable(error);
  if (reason === undefined) throw error;
  return reason;
}

/** Bytes of a file, 0 where it cannot be read: its import will say why. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** The same chunks, each told as it is taken. */
export async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** A file named on the command line; that it cannot be read is a problem of its import, not an end of the others'. */
export const documentFile = (file: string, onBytes: (bytes: number) => void): ImportFile => ({
  name: file,
  entries: entriesOf(file, onBytes),
});

async function* entriesOf(file: string, onBytes: (bytes: number) => void): AsyncGenerator<Entry> {
  const format = path.extname(file).slice(1).toLowerCase();
  if (!isFormat(format)) {
    yield {
      place: {},
      problem: 'the name does not say what it holds',
      expected: 'a name that ends in .json, .ndjson, .jsonl or .csv',
    };
    return;
  }
  try {
    yield* readDocuments(counted(createReadStream(file), onBytes), format);
  } catch (error) {
    yield { place: {}, problem: reasonOf(error) };
  }
}
