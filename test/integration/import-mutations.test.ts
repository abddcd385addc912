import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { completeDocuments } from '../../app/domain/documents/complete-documents.ts';
import { SYSTEM } from '../../app/domain/people/who.ts';
import { importDocuments } from '../../app/use-cases/import-documents/import-documents.ts';
import type { ImportReport } from '../../app/use-cases/import-documents/report.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { exportLines } from '../../db/queries/export.ts';
import type { StoredType } from '../../db/schema/document-version.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { seedDocuments } from '../support/documents.ts';
import { asFile } from '../support/imports.ts';
import { type Change, change, mutated } from '../support/mutations.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

const TYPES: readonly StoredType[] = ['pathway', 'procedure', 'quota', 'vacancy'];

async function exported({ db }: TestDatabase): Promise<string[]> {
  const lines: string[] = [];
  for (const type of TYPES) for await (const line of exportLines(db, type)) lines.push(line);
  return lines;
}

async function versions(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from document_version`.execute(database.db);
  return rows[0]?.count ?? 0;
}

async function importText({ db }: TestDatabase, text: string, dryRun = false): Promise<ImportReport> {
  const files = [asFile('m.ndjson', text, 'ndjson')];
  const [report] = await importDocuments(db, files, { by: 'test', who: SYSTEM, onDocuments: projectChanged, dryRun });
  if (!report) throw new Error('an import of one file gives one report');
  return report;
}

const { profile: _personal, ...documents } = completeDocuments;
const originals = [
  ...Object.values(documents),
  ...Object.values(seedDocuments).flatMap((seed) => seed().slice(0, 4)),
].map((document) => Object(document));

/** A small file of real and whole documents in any order, a few of them changed, and now and then the text itself. */
const file = fc
  .record({
    picked: fc.shuffledSubarray(originals, { minLength: 1, maxLength: 5 }),
    changes: fc.array(fc.option(change, { freq: 2 }), { minLength: 5, maxLength: 5 }),
    tear: fc.option(fc.record({ at: fc.nat(), drop: fc.nat(5), put: fc.string({ maxLength: 3 }) }), {
      freq: 8,
      nil: null,
    }),
  })
  .map(({ picked, changes, tear }) => {
    const changed = (document: object, made: Change | null | undefined) =>
      made ? mutated(document, [made]) : document;
    const text = picked.map((document, index) => JSON.stringify(changed(document, changes[index]))).join('\n');
    if (!tear) return text;
    const at = tear.at % text.length;
    return text.slice(0, at) + tear.put + text.slice(at + tear.drop);
  });

it('a file changed anywhere is taken whole or not at all, tried or in earnest, once or twice (400 cases)', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(file, async (text) => {
      const before = await versions();
      const tried = await importText(database, text, true);
      expect(await versions()).toBe(before);
      const report = await importText(database, text);
      expect(report).toEqual(tried);
      const { created, updated, unchanged, problems } = report;
      expect((await versions()) - before).toBe(problems.length > 0 ? 0 : created + updated);
      if (problems.length > 0) return;
      taken += created + updated > 0 ? 1 : 0;
      expect(await importText(database, text)).toMatchObject({
        created: 0,
        updated: 0,
        problems: [],
        unchanged: created + updated + unchanged,
      });
    }),
    { seed: 23_112_026, numRuns: 400 },
  );
  expect(taken).toBeGreaterThan(20);
}, 300_000);

it('whatever was taken leaves as it came: exported, imported elsewhere and exported again it is the same to the byte', async () => {
  const elsewhere = await freshDatabase();
  const lines = await exported(database);
  expect(lines.length).toBeGreaterThan(10);
  expect(await importText(elsewhere, lines.join('\n'))).toMatchObject({ problems: [], created: expect.any(Number) });
  expect(await exported(elsewhere)).toEqual(lines);
});
