import { SYSTEM } from '../../app/domain/people/who.ts';
import { type ImportOptions, importDocuments } from '../../app/use-cases/import-documents/import-documents.ts';
import type { ImportReport } from '../../app/use-cases/import-documents/report.ts';
import { type Format, readDocuments } from '../../app/use-cases/read-documents/read-documents.ts';
import type { Db } from '../../db/client.server.ts';

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

export const asFile = (name: string, text: string, format: Format) => ({
  name,
  entries: readDocuments(once(text), format),
});

export const asNdjson = (documents: readonly unknown[]) =>
  `${documents.map((document) => JSON.stringify(document)).join('\n')}\n`;

/** Imports documents as one NDJSON file. */
export async function importAll(
  db: Db,
  documents: readonly unknown[],
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> {
  const [report] = await importDocuments(db, [asFile('test.ndjson', asNdjson(documents), 'ndjson')], {
    by: 'test',
    who: SYSTEM,
    onDocuments: async () => undefined,
    ...options,
  });
  if (!report) throw new Error('an import of one file gives one report');
  return report;
}
