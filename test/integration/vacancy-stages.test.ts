import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Vacancy } from '../../app/domain/documents/index.ts';
import type { Who } from '../../app/domain/people/who.ts';
import { quotasOf } from '../../db/queries/quota.ts';
import { countOpenVacancies, findPosting } from '../../db/queries/vacancy.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota, aVacancy } from '../support/documents.ts';
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

describe('places of a quota', () => {
  const PATHWAY = 'de-quota';
  const [ceiling, part] = [
    aQuota({ id: 'de-quota-2026', pathway: PATHWAY, places: 10 }),
    aQuota({ id: 'de-quota-q', pathway: PATHWAY, places: 6, parent: 'de-quota-2026', scope: { sector: 'Q' } }),
  ];
  const vacancy = (id: string, places: number, more: Partial<Vacancy> = {}) =>
    aVacancy({ id, pathway: PATHWAY, places, startOn: '2026-12-01', ...more });
  const allocated = async () =>
    (await quotasOf(database.db, PATHWAY)).map(({ id, allocated }) => [id, allocated]).sort();
  const publish = (...documents: Vacancy[]) => importAll(database.db, documents, { who: EMPLOYER, by: 'e-test' });
  beforeAll(() => importAll(database.db, [aPathway({ id: PATHWAY }), ceiling, part]));

  it('are held by what an employer publishes, and by no operator’s import', async () => {
    await importAll(database.db, [vacancy('v-copied', 9)]);
    expect(await allocated()).toEqual([
      ['de-quota-2026', 0],
      ['de-quota-q', 0],
    ]);
    expect((await publish(vacancy('v-held', 4))).problems).toEqual([]);
    expect(await allocated()).toEqual([
      ['de-quota-2026', 4],
      ['de-quota-q', 4],
    ]);
    expect((await findPosting(database.db, 'v-held'))?.hold?.quota).toBe('de-quota-q');
  });

  it('are taken from a wider one where the narrow has too few', async () => {
    await publish(vacancy('v-wide', 3));
    expect(await allocated()).toEqual([
      ['de-quota-2026', 7],
      ['de-quota-q', 4],
    ]);
  });

  it('are as many as it has when it is published anew', async () => {
    await publish(vacancy('v-held', 6));
    expect(await allocated()).toEqual([
      ['de-quota-2026', 9],
      ['de-quota-q', 6],
    ]);
    await publish(vacancy('v-held', 2));
    expect(await allocated()).toEqual([
      ['de-quota-2026', 5],
      ['de-quota-q', 2],
    ]);
  });

  it('are not there: nothing of the file is published, and each is told', async () => {
    const { problems, created } = await publish(vacancy('v-a', 4), vacancy('v-b', 2), vacancy('v-c', 1));
    expect(created).toBe(0);
    expect(problems.map(({ line, id, path, message }) => [line, id, path, message])).toEqual([
      [2, 'v-b', '/places', 'the quota "de-quota-2026" has fewer places left'],
    ]);
    expect(await findPosting(database.db, 'v-a')).toBeUndefined();
    expect(await allocated()).toEqual([
      ['de-quota-2026', 5],
      ['de-quota-q', 2],
    ]);
  });

  it('are those of the day on which the work begins', async () => {
    expect((await publish(vacancy('v-later', 50, { startOn: '2027-02-01' }))).problems).toEqual([]);
    expect((await findPosting(database.db, 'v-later'))?.hold).toBeNull();
  });

  it('wait as long as an officer does', async () => {
    const verifying = aPathway({ id: 'de-waits', vacancies: { verifiedBy: 'destination', labourMarketTest: false } });
    await importAll(database.db, [verifying, aQuota({ id: 'de-waits-2026', pathway: 'de-waits', places: 1 })]);
    const { problems } = await publish(vacancy('v-submitted', 5, { pathway: 'de-waits' }));
    expect(problems).toEqual([]);
    expect((await findPosting(database.db, 'v-submitted'))?.hold).toBeNull();
  });

  it('cannot be fewer than are filled', async () => {
    await database.db.updateTable('vacancy').set({ taken: 2 }).where('id', '=', 'v-wide').execute();
    const { problems } = await publish(vacancy('v-wide', 1));
    expect(problems.map(({ path, expected }) => [path, expected])).toEqual([['/places', '2 or more']]);
  });
});
