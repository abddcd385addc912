import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type EscoFile, escoFileOf } from '../use-cases/import-esco/esco-file.ts';
import { counted, reasonOf, sizeOf } from './document-file.ts';

/** The files of an unpacked download, or why there are none. */
export type EscoFolder = { files: EscoFile[]; bytes: number; languages: number } | { problem: string };

const MEND = 'download the classification as CSV from the ESCO portal, unpack it, and name its folder';

/** Nothing is opened before it is read. */
export async function escoFolder(folder: string, onBytes: (bytes: number) => void): Promise<EscoFolder> {
  const names = await readdir(folder).catch((error: unknown) => reasonOf(error));
  if (typeof names === 'string') return { problem: `${folder}: ${names}` };
  const found = names.sort().flatMap((name) => escoFileOf(name) ?? []);
  if (!found.some(({ kind }) => kind === 'occupation'))
    return { problem: `${folder}: there is no occupations_<lang>.csv in it. To mend: ${MEND}.` };
  return {
    files: found.map((file) => ({ ...file, chunks: chunksOf(path.join(folder, file.name), onBytes) })),
    bytes: found.reduce((sum, { name }) => sum + sizeOf(path.join(folder, name)), 0),
    languages: new Set(found.map(({ language }) => language)).size,
  };
}

async function* chunksOf(file: string, onBytes: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  yield* counted(createReadStream(file), onBytes);
}
