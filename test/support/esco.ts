import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escoFolder } from '../../app/cli/esco-folder.ts';
import { importEsco } from '../../app/use-cases/import-esco/import-esco.ts';
import type { Db } from '../../db/client.server.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A few rows in the form of the download, written for these tests. */
export const ESCO_EXAMPLE = at('../data/esco-example');

/** The real files, which are no part of this project. */
const REAL = at('../../../shared/data/esco');
export const realEsco: string | undefined = existsSync(REAL) ? REAL : undefined;

/** Imports a folder, or of it only what is in these languages. */
export async function importFolder(db: Db, folder: string, languages?: readonly string[]): Promise<void> {
  const found = await escoFolder(folder, () => undefined);
  if ('problem' in found) throw new Error(found.problem);
  const files = found.files.filter(({ language }) => languages?.includes(language) ?? true);
  await importEsco(db, files, () => undefined);
}
