import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { loader as quotaPage } from '../../app/routes/public/quota.tsx';
import { loader as historyCsv } from '../../app/routes/public/quota-history.ts';
import type { Connection } from '../../db/client.server.ts';
import { latestDays } from '../../db/queries/quota-ledger.ts';
import { insertIntake } from '../../db/queries/quota-plan.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { allocate } from '../support/allocate.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { loadContextOver } from '../support/load-context.ts';

const today = () => new Date().toISOString().slice(0, 10);
const year = Number(today().slice(0, 4));
const inYear = (of: number, more: object = {}) =>
  aQuota({ id: `q-${of}`, period: { from: `${of}-01-01`, to: `${of}-12-31` }, ...more });

let database: TestDatabase;
let web: Connection;
const office = randomUUID();
beforeAll(async () => {
  ({ database, web } = await freshWeb());
  const { problems } = await importAll(database.db, [
    aPathway(),
    inYear(year, { places: 80, kind: 'ceiling' }),
    inYear(year - 1, { places: 130 }),
    inYear(year - 1, { id: 'part', places: 30, parent: `q-${year - 1}` }),
    inYear(year, { id: 'target', places: 1_000, kind: 'target' }),
  ]);
  expect(problems).toEqual([]);
  const report = { quota: `q-${year - 1}`, asOf: `${year}-01-31`, sourceTitle: '=SUM(A1)', sourceUrl: null };
  await database.db.transaction().execute(async (trx) => {
    await insertIntake(trx, { ...report, used: 7 }, office);
    await insertIntake(trx, { ...report, used: 141 }, office);
  });
  await allocate(database.db, { quota: `q-${year}`, places: 20 });
  await (await allocate(database.db, { quota: `q-${year}`, places: 5 })).release();
});

const asked = async (id: string) => ({
  params: { locale: 'en', id },
  request: new Request(`http://localhost/en/quotas/${id}`),
  context: await loadContextOver(web.db, postgresEngine(web.db), { publicUrl: 'http://localhost', today }),
});

describe('a quota from year to year', () => {
  it('is a table of what was published, allocated here, and last reported, the quotas that compare alone', async () => {
    const response = await historyCsv(await asked(`q-${year}`));
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = parse(new TextDecoder().decode(bytes));
    expect(header).toEqual([
      ...['quota', 'period_from', 'period_to', 'kind', 'places', 'allocated', 'taken_up'],
      ...['reported_used', 'reported_as_of', 'reported_source', 'reported_source_url'],
    ]);
    const before = `${year - 1}`;
    expect(rows).toEqual([
      [
        ...[`q-${before}`, `${before}-01-01`, `${before}-12-31`, '', '130', '0', '0'],
        ...['141', `${year}-01-31`, "'=SUM(A1)", ''],
      ],
      [`q-${year}`, `${year}-01-01`, `${year}-12-31`, 'ceiling', '80', '20', '0', '', '', '', ''],
    ]);
  });

  it('is nothing but a header where nothing compares, and is not there without the quota', async () => {
    expect((await (await historyCsv(await asked('target'))).text()).trim().split('\n')).toHaveLength(1);
    expect((await historyCsv(await asked('no-such'))).status).toBe(404);
  });
});

it('adds a ledger up by day, of nobody in particular', async () => {
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
  expect(await latestDays(web.db, `q-${year}`, 10)).toEqual([
    { day, places: 80, allocated: 25, givenBack: 5, takenUp: 0 },
  ]);
});

it('says on the page of a quota what is announced, and nothing of why it could not take effect', async () => {
  await database.db
    .insertInto('organisation')
    .values({ id: office, kind: 'ministry', name: 'The ministry', country: 'DE' })
    .execute();
  const plan = { type: 'quotas', id: 'de-test', name: { en: 'Test pathway' }, act: 'amended', from: today() } as const;
  await database.db
    .insertInto('proposal')
    .values({
      ...{ document_type: 'quotas', document_id: 'de-test', base_version: 0, office, state: 'DE', why: 'a new law' },
      body: JSON.stringify({ ...plan, quotas: [inYear(year, { places: 90, kind: 'ceiling' })] }),
      ...{ prepared_by: randomUUID(), status: 'approved', decided_by: randomUUID(), decided_at: new Date() },
      barred: JSON.stringify([{ path: '/places', message: 'a secret of the office' }]),
    })
    .execute();
  const { data } = await quotaPage(await asked(`q-${year}`));
  expect(data.supply.announced).toMatchObject([{ why: 'a new law', plan: { from: today() } }]);
  expect(JSON.stringify(data)).not.toContain('a secret of the office');
});
