import { expect, it } from 'vitest';
import type { Db } from '../../db/client.server.ts';
import { exportLines } from '../../db/queries/export.ts';
import { findPathway } from '../../db/queries/pathway.ts';
import type { StoredType } from '../../db/schema/document-version.ts';
import { freshDatabase } from '../support/database.ts';
import { aPathway, aVacancy, seedDocuments } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

const TYPES: readonly StoredType[] = ['pathway', 'procedure', 'quota', 'vacancy'];

async function lines(db: Db, type: StoredType): Promise<string[]> {
  const all: string[] = [];
  for await (const line of exportLines(db, type)) all.push(line);
  return all;
}

it('gives back what came in, key for key, which imports elsewhere to the same and here to nothing new', async () => {
  const [here, elsewhere] = [await freshDatabase(), await freshDatabase()];
  const seed = [...seedDocuments.pathway(), ...seedDocuments.procedure(), ...seedDocuments.quota()];
  await importAll(here.db, seed);
  await importAll(here.db, [
    aPathway({ effective: { from: '2024-01-01', to: null } }),
    aPathway({ effective: { from: '2026-01-01', to: null } }),
    aVacancy(),
  ]);
  await importAll(here.db, [aPathway({ effective: { from: '2024-01-01', to: null }, status: 'closed' })]);
  expect(await lines(here.db, 'quota')).toEqual(seedDocuments.quota().map((document) => JSON.stringify(document)));
  for (const type of TYPES) {
    const exported = await lines(here.db, type);
    const documents = exported.map((line): unknown => JSON.parse(line));
    expect(await importAll(here.db, documents)).toMatchObject({
      problems: [],
      created: 0,
      updated: 0,
      unchanged: documents.length,
    });
    expect(await importAll(elsewhere.db, documents)).toMatchObject({ problems: [], unchanged: 0 });
    expect(await lines(elsewhere.db, type)).toEqual(exported);
  }
  for (const { db } of [here, elsewhere])
    expect((await findPathway(db, 'de-test', '2026-06-01'))?.document).toMatchObject({
      effective: { from: '2026-01-01' },
    });
});

it('reads more than one batch, in the order of publication, and may be left half-way', async () => {
  const { db, pool } = await freshDatabase();
  await importAll(db, [aPathway()]);
  const vacancies = Array.from({ length: 1203 }, (_, index) => aVacancy({ id: `v-${(index * 7) % 1203}` }));
  await importAll(db, vacancies);
  expect((await lines(db, 'vacancy')).map((line) => JSON.parse(line).id)).toEqual(vacancies.map(({ id }) => id));
  for await (const _ of exportLines(db, 'vacancy')) break;
  expect(pool.idleCount).toBe(pool.totalCount);
});
