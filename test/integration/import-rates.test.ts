import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../app/domain/people/who.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { importRates } from '../../app/use-cases/rates/import-rates.ts';
import { loadRates } from '../../db/queries/rate.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { emptyVacancySearch } from '../../search/vacancy/query.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { run, scratchFolder } from '../support/processes.ts';
import { syncJobs } from '../support/search-jobs.ts';

const PLN = { currency: 'PLN', source: 'European Central Bank' };

describe('rates', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    const zloty = (id: string, amount: number) =>
      aVacancy({ id, wage: { money: { amount, currency: 'PLN' }, per: 'month' } });
    await importAll(database.db, [aPathway(), zloty('v-a', 8_000), zloty('v-b', 4_000), aVacancy({ id: 'v-c' })], {
      onDocuments: projectChanged,
    });
  });

  const found = async () => {
    const query = { ...emptyVacancySearch, wageAtLeast: 1_850, sort: 'wage' as const, locale: 'en', on: '2026-11-26' };
    const { hits } = await postgresEngine(database.db).searchVacancies(query);
    return hits.map(({ vacancy }) => vacancy.posting.vacancy.id);
  };
  const take = (...rates: { on: string; perEur: string }[]) =>
    importRates(
      database.db,
      '/some/where/rates.csv',
      rates.map((rate) => ({ ...PLN, ...rate })),
      OPERATOR,
    );

  it('that arrive later compare what was there before, and ask for other engines to be told', async () => {
    expect(await found()).toEqual(['v-c']);
    await sql`delete from graphile_worker._private_jobs`.execute(database.db);
    expect(await take({ on: '2026-11-20', perEur: '4.2' })).toBe(1);
    expect(await found()).toEqual(['v-c', 'v-a']);
    expect(await syncJobs(database.db)).toHaveLength(1);
  });

  it('count from their last day on, and an older one that comes later changes nothing', async () => {
    expect(await take({ on: '2026-11-25', perEur: '4.25' }, { on: '2026-11-21', perEur: '1' })).toBe(2);
    expect((await loadRates(database.db)).get('PLN')).toEqual({ ...PLN, perEur: 4.25, on: '2026-11-25' });
    expect(await found()).toEqual(['v-c', 'v-a']);
  });

  it('taken again change nothing and are no act', async () => {
    const acts = () => sql`select body from audit_entry where action = 'import-rates'`.execute(database.db);
    const before = (await acts()).rows.length;
    expect(await take({ on: '2026-11-25', perEur: '4.250' })).toBe(0);
    expect((await acts()).rows).toHaveLength(before);
  });

  it('of a day that is known replace it', async () => {
    expect(await take({ on: '2026-11-25', perEur: '2' })).toBe(1);
    expect(await found()).toEqual(['v-a', 'v-c', 'v-b']);
  });
});

it('npm run cli -- import-rates takes a file wholly or not at all', { timeout: 120_000 }, async () => {
  const folder = await scratchFolder();
  const file = path.join(folder, 'rates.csv');
  const cli = () => run('cli', ['import-rates', file], { DATA_DIR: path.join(folder, 'data') });
  await writeFile(file, 'currency,perEUR,date,source\nPLN,4.25,2026-11-25,ECB\nXXL,1,2026-11-25,ECB\n');
  const refused = await cli();
  expect(refused.code).toBe(1);
  expect(refused.stdout.split('\n')).toEqual([
    expect.stringMatching(/rates\.csv:3 \/currency "XXL" does not fit \(expected an ISO 4217 currency code/),
    `${file}: not imported, 1 problem`,
    '',
  ]);
  await writeFile(file, 'currency,perEUR,date,source\nPLN,4.25,2026-11-25,ECB\n');
  expect(await cli()).toMatchObject({ code: 0, stdout: `${file}: 1 new or changed, 0 unchanged\n` });
  expect(await cli()).toMatchObject({ code: 0, stdout: `${file}: 0 new or changed, 1 unchanged\n` });
});
