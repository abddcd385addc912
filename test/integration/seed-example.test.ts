import { beforeAll, expect, it } from 'vitest';
import type { Vacancy } from '../../app/domain/documents/index.ts';
import { makeSeekers } from '../../app/domain/population/labour-market.ts';
import { flawsNow } from '../../app/domain/vacancy/flaws-now.ts';
import { action } from '../../app/routes/api/matches.ts';
import { prepareDatabase } from '../../app/server/start.server.ts';
import { verifyAuditNow } from '../../app/use-cases/audit/verify-audit.ts';
import { type ExampleSize, seedExample } from '../../app/use-cases/example/seed-example.ts';
import { insertAccount } from '../../db/queries/account.ts';
import { exportLines } from '../../db/queries/export.ts';
import { rankWorkers } from '../../db/queries/found-worker.ts';
import { findOrganisationNames } from '../../db/queries/organisation.ts';
import { listPathways, pathwayEditions } from '../../db/queries/pathway.ts';
import { todayOf } from '../../db/queries/today.ts';
import { findPosting } from '../../db/queries/vacancy.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { emptyVacancySearch } from '../../search/vacancy/query.ts';
import { verifySearch } from '../../search/verify.server.ts';
import { freshDatabase, seededDatabase, type TestDatabase } from '../support/database.ts';
import { importAll } from '../support/imports.ts';
import { loadContextOver } from '../support/load-context.ts';

const SIZE: ExampleSize = { vacancies: 300, profiles: 200, seed: 7 };

const seed = ({ db }: TestDatabase, over: Partial<ExampleSize> = {}) =>
  seedExample(db, { ...SIZE, ...over }, () => undefined);

async function vacanciesIn({ db }: TestDatabase): Promise<Vacancy[]> {
  const lines: Vacancy[] = [];
  for await (const line of exportLines(db, 'vacancy')) lines.push(JSON.parse(line));
  return lines;
}

async function exampleDatabase(): Promise<TestDatabase> {
  const database = await seededDatabase();
  expect(await seed(database)).toEqual({ outcome: 'seeded', vacancies: 300, profiles: 200 });
  return database;
}

const profilesIn = ({ db }: TestDatabase) =>
  db
    .selectFrom('account_address as a')
    .innerJoin('profile', 'profile.account', 'a.account')
    .select(['a.account', 'a.address', 'profile.body'])
    .orderBy('a.address')
    .execute();

let database: TestDatabase;
let vacancies: Vacancy[];
let today: string;
beforeAll(async () => {
  database = await exampleDatabase();
  vacancies = await vacanciesIn(database);
  today = await todayOf(database.db);
}, 120_000);

it('publishes vacancies that fit the pathways as published, marked as examples and holding no places', async () => {
  expect(vacancies.length).toBe(300);
  const editions = await pathwayEditions(database.db, [...new Set(vacancies.map(({ pathway }) => pathway))]);
  for (const vacancy of vacancies) expect(flawsNow(vacancy, editions.get(vacancy.pathway) ?? [], today)).toEqual([]);
  const names = await findOrganisationNames(database.db, [...new Set(vacancies.map(({ employer }) => employer))]);
  for (const { id, employer } of vacancies) {
    expect(names.get(employer)).toMatch(/^Example /);
    expect(await findPosting(database.db, id)).toMatchObject({ stage: 'published', example: true, hold: null });
  }
});

it('has them found, all of them, and people for them', async () => {
  const found = await postgresEngine(database.db).searchVacancies({
    ...{ ...emptyVacancySearch, perPage: 100, locale: 'en', on: today },
  });
  expect(found.total).toBe(300);
  expect(found.hits.every(({ vacancy }) => vacancy.posting.example)).toBe(true);
  expect(await verifySearch(database.db, undefined, today)).toEqual([]);
  const pathways = await listPathways(database.db, today);
  const counts = await Promise.all(
    vacancies.slice(0, 30).map(async (vacancy) => {
      const pathway = pathways.find(({ document }) => document.id === vacancy.pathway)?.document;
      return pathway ? (await rankWorkers(database.db, { pathway, vacancy, on: today }, 20)).length : 0;
    }),
  );
  expect(Math.max(...counts)).toBeGreaterThan(0);
});

it('offers somebody work by the API', async () => {
  const pathways = (await listPathways(database.db, today)).map(({ document }) => document);
  const context = await loadContextOver(database.db, postgresEngine(database.db), {
    ...{ publicUrl: 'http://localhost', today: () => today },
  });
  const totals: number[] = [];
  for (const profile of makeSeekers(pathways, { count: 5, seed: 3, on: today })) {
    const request = new Request('http://localhost/api/v1/matches', {
      ...{ method: 'POST', body: JSON.stringify({ profile }), headers: { 'Content-Type': 'application/json' } },
    });
    totals.push((await (await action({ request, context, params: {} })).json()).vacancies.length);
  }
  expect(Math.max(...totals)).toBeGreaterThan(0);
});

it('exports what imports again unchanged', async () => {
  expect(await importAll(database.db, vacancies, { dryRun: true })).toMatchObject({
    ...{ problems: [], warnings: [], created: 0, updated: 0, unchanged: 300 },
  });
});

it('makes the same again from the same seed, and adds only what is not there yet', { timeout: 60_000 }, async () => {
  const other = await exampleDatabase();
  expect(await vacanciesIn(other)).toEqual(vacancies);
  expect(await profilesIn(other)).toEqual(await profilesIn(database));
  expect(await seed(other)).toEqual({ outcome: 'seeded', vacancies: 0, profiles: 0 });
  expect(await seed(other, { vacancies: 310, profiles: 205 })).toEqual({
    ...{ outcome: 'seeded', vacancies: 10, profiles: 5 },
  });
  expect((await verifyAuditNow(other.db)).broken).toEqual([]);
});

it('adds nothing beside real accounts, nor where no pathway is in effect', async () => {
  const real = await freshDatabase();
  expect(await seed(real)).toEqual({ outcome: 'no-pathways' });
  await prepareDatabase(real, { progress: () => undefined });
  await real.db.transaction().execute((trx) => insertAccount(trx, { locale: 'en', auditKey: '0'.repeat(64) }));
  expect(await seed(real)).toEqual({ outcome: 'real-accounts' });
  expect(await vacanciesIn(real)).toEqual([]);
  expect((await profilesIn(real)).length).toBe(0);
});
