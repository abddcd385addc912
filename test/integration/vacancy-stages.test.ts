import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Who } from '../../app/domain/people/who.ts';
import { countOpenVacancies, findPosting } from '../../db/queries/vacancy.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const verifying = { vacancies: { verifiedBy: 'destination' as const, labourMarketTest: false } };
  await importAll(database.db, [aPathway(), aPathway({ id: 'de-verifying', ...verifying })]);
});

const EMPLOYER: Who = { kind: 'token', token: randomUUID(), role: 'employer', organisation: 'e-test' };
const stageOf = async (id: string) => (await findPosting(database.db, id))?.stage;

it('is published as it is imported', async () => {
  await importAll(database.db, [aVacancy({ id: 'v-imported', pathway: 'de-verifying' })]);
  expect(await findPosting(database.db, 'v-imported')).toMatchObject({
    ...{ vacancy: { id: 'v-imported', title: { en: 'Nurse' } }, version: 1, stage: 'published', taken: 0 },
    ...{ hold: null, flags: null, example: false },
  });
});

it('an employer’s waits for an officer where its pathway says so', async () => {
  const documents = [aVacancy({ id: 'v-waits', pathway: 'de-verifying' }), aVacancy({ id: 'v-open' })];
  await importAll(database.db, documents, { who: EMPLOYER });
  expect([await stageOf('v-waits'), await stageOf('v-open')]).toEqual(['submitted', 'published']);
});

it('is what its last version says', async () => {
  await importAll(database.db, [aVacancy({ id: 'v-changes' })]);
  await importAll(database.db, [aVacancy({ id: 'v-changes', places: 7 })]);
  expect(await findPosting(database.db, 'v-changes')).toMatchObject({ version: 2, vacancy: { places: 7 } });
});

it('counts as open while it is published, has places and may be applied for', async () => {
  const under = { pathway: 'de-counted' };
  await importAll(database.db, [
    aPathway({ id: 'de-counted' }),
    ...[aVacancy({ id: 'v-1', ...under }), aVacancy({ id: 'v-2', ...under, applyBy: '2026-03-31' })],
    ...[aVacancy({ id: 'v-3', ...under }), aVacancy({ id: 'v-4', ...under, places: 0 })],
  ]);
  const open = async (on: string) => (await countOpenVacancies(database.db, on, ['de-counted'])).get('de-counted');
  expect([await open('2026-03-31'), await open('2026-04-01')]).toEqual([3, 2]);
  await database.db.updateTable('vacancy').set({ stage: 'closed' }).where('id', '=', 'v-1').execute();
  await database.db.updateTable('vacancy').set({ taken: 2 }).where('id', '=', 'v-3').execute();
  expect(await open('2026-04-01')).toBeUndefined();
});
