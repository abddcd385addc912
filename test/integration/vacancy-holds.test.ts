import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vacancy } from '../../app/domain/documents/index.ts';
import type { Who } from '../../app/domain/people/who.ts';
import { settledAnswer } from '../../app/server/allocation-answer.server.ts';
import { verifyAuditNow } from '../../app/use-cases/audit/verify-audit.ts';
import { allocatePlaces } from '../../app/use-cases/quota/allocate-places.ts';
import { correctPlaces, settlePlaces } from '../../app/use-cases/quota/settle-allocation.ts';
import type { Employer } from '../../app/use-cases/vacancy/employer.ts';
import { endOwn, fill } from '../../app/use-cases/vacancy/move-vacancy.ts';
import type { Connection } from '../../db/client.server.ts';
import { findQuota } from '../../db/queries/quota.ts';
import { ledgerFlaws } from '../../db/queries/quota-check.ts';
import { findPosting } from '../../db/queries/vacancy.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota, aVacancy } from '../support/documents.ts';
import { anEmployer } from '../support/employers.ts';
import { importAll } from '../support/imports.ts';
import { flawsOf } from '../support/quota-history.ts';
import { readHistory } from '../support/recorded-history.ts';

let database: TestDatabase;
let web: Connection;
let employer: Employer;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
  employer = await anEmployer(database.db, 'e-holds');
  await importAll(database.db, [aPathway({ id: 'de-free' })]);
});
afterAll(async () => {
  expect(await ledgerFlaws(database.db)).toEqual([]);
  expect((await verifyAuditNow(database.db)).broken).toEqual([]);
});

const token = (role: 'employer' | 'administrator' | 'destination-ministry', more = {}): Who => ({
  ...{ kind: 'token', token: randomUUID(), role },
  ...more,
});
const ADMINISTRATOR = token('administrator');
const MINISTRY = token('destination-ministry', { state: 'DE' });
const OURS = token('employer', { organisation: 'e-holds' });

/** A pathway of its own with a quota, a part of that for the sector, and a vacancy under it. */
async function aMarket(places = 10) {
  const pathway = `de-${randomUUID()}`;
  const [quota, part] = [`q-${pathway}`, `q-${pathway}-part`];
  await importAll(database.db, [
    ...[aPathway({ id: pathway }), aQuota({ id: quota, pathway, places })],
    aQuota({ id: part, pathway, places, parent: quota, scope: { sector: 'Q' } }),
  ]);
  const id = `v-${pathway}`;
  const vacancy = (over: Partial<Vacancy> = {}): Vacancy =>
    aVacancy({ id, employer: 'e-holds', pathway, startOn: '2026-12-01', ...over });
  const post = async (documents: readonly Vacancy[], who: Who = OURS) =>
    (await importAll(database.db, documents, { who, by: 'e-holds' })).problems.map(({ path, expected }) => [
      path,
      expected,
    ]);
  const sums = async () => {
    const { allocated, used } = (await findQuota(database.db, quota)) ?? {};
    const below = await findQuota(database.db, part);
    expect([below?.allocated, below?.used]).toEqual([allocated, used]);
    return [allocated, used];
  };
  return {
    ...{ pathway, quota, part, id, vacancy, sums },
    publish: (over: Partial<Vacancy>, who?: Who) => post([vacancy(over)], who),
    post,
  };
}

const filling = (id: string, count: number) => fill(database.db, employer, { id, count });
const closing = (id: string) => endOwn(database.db, employer, { id, how: 'close', why: undefined });
const holdOf = async (id: string) => {
  const hold = (await findPosting(database.db, id))?.hold;
  if (!hold) throw new Error(`${id} holds nothing`);
  return hold;
};

describe('a vacancy holds its places that are not filled', () => {
  it('and those that are filled are taken up one by one, and never held again', async () => {
    const { publish, sums, id } = await aMarket();
    await publish({ places: 4 });
    expect(await sums()).toEqual([4, 0]);
    await filling(id, 1);
    expect(await sums()).toEqual([4, 1]);
    await filling(id, 3);
    expect(await sums()).toEqual([4, 4]);
    await publish({ places: 5 });
    expect(await sums()).toEqual([5, 4]);
    await filling(id, 1);
    expect(await sums()).toEqual([5, 5]);
  });

  it('closed and published anew, it holds what was not filled then', async () => {
    const { publish, sums, id } = await aMarket();
    await publish({ places: 2 });
    await filling(id, 1);
    await closing(id);
    expect(await sums()).toEqual([1, 1]);
    await publish({ places: 2, region: 'Bonn' });
    expect(await sums()).toEqual([2, 1]);
    await closing(id);
    expect(await sums()).toEqual([1, 1]);
  });

  it('and finds no more in the quota than there are beside those filled', async () => {
    const { publish, sums, id } = await aMarket(6);
    await publish({ places: 4 });
    await filling(id, 3);
    expect(await publish({ places: 7 })).toEqual([['/places', '6 or fewer']]);
    expect(await publish({ places: 6 })).toEqual([]);
    expect(await sums()).toEqual([6, 3]);
    expect(await publish({ places: 3 })).toEqual([]);
    expect(await sums()).toEqual([3, 3]);
  });

  it('and nothing where it has none', async () => {
    const { publish, sums } = await aMarket();
    expect(await publish({ places: 0 })).toEqual([]);
    expect(await sums()).toEqual([0, 0]);
    expect(await publish({ places: 2 })).toEqual([]);
    expect(await sums()).toEqual([2, 0]);
    expect(await publish({ places: 0 })).toEqual([]);
    expect(await sums()).toEqual([0, 0]);
  });

  it('and writes nothing into the ledger where that stays as it is', async () => {
    const { publish, id, quota } = await aMarket();
    await publish({ places: 3 });
    const entries = async () => (await readHistory(database.db, [quota])).entries.length;
    const [before, hold] = [await entries(), await holdOf(id)];
    await publish({ places: 3, region: 'Köln' });
    expect([await entries(), await holdOf(id)]).toEqual([before, hold]);
  });
});

describe('what an administrator records', () => {
  it('holds nothing, but what is held already follows', async () => {
    const { publish, sums } = await aMarket();
    await publish({ places: 9 }, ADMINISTRATOR);
    expect(await sums()).toEqual([0, 0]);
    await publish({ places: 7 });
    expect(await publish({ places: 20 }, ADMINISTRATOR)).toEqual([['/places', '10 or fewer']]);
    expect(await sums()).toEqual([7, 0]);
    expect(await publish({ places: 8 }, ADMINISTRATOR)).toEqual([]);
    expect(await sums()).toEqual([8, 0]);
  });

  it('moves what is held to the quota of another pathway, or gives it back where that has none', async () => {
    const [from, to] = [await aMarket(), await aMarket()];
    await from.publish({ places: 4 });
    await filling(from.id, 1);
    await from.publish({ places: 4, pathway: to.pathway }, ADMINISTRATOR);
    expect([await from.sums(), await to.sums()]).toEqual([
      [1, 1],
      [3, 0],
    ]);
    await from.publish({ places: 4, pathway: 'de-free' }, ADMINISTRATOR);
    expect(await to.sums()).toEqual([0, 0]);
    expect((await findPosting(database.db, from.id))?.hold).toBeNull();
  });

  it('gives what is held to another employer', async () => {
    const { publish, sums, id, part } = await aMarket();
    await publish({ places: 4 });
    const { reference } = await holdOf(id);
    await publish({ places: 4, employer: 'e-other' }, ADMINISTRATOR);
    expect(await sums()).toEqual([4, 0]);
    const { allocations } = await readHistory(database.db, [part]);
    expect(allocations.map(({ office, status }) => [office, status])).toEqual([
      ['e-holds', 'released'],
      ['e-other', 'allocated'],
    ]);
    expect((await holdOf(id)).reference).not.toBe(reference);
  });
});

describe('the places that a vacancy holds', () => {
  const moved = async (
    who: Who,
    how: 'release' | 'take-up',
    { quota, reference }: { quota: string; reference: string },
  ) => (await settlePlaces(database.db, who, { quota, reference, how, office: undefined, why: undefined })).outcome;

  it('are given back, taken up or corrected by nobody beside it', async () => {
    const { publish, sums, id } = await aMarket();
    await publish({ places: 4 });
    const hold = await holdOf(id);
    for (const who of [OURS, MINISTRY, ADMINISTRATOR])
      for (const how of ['release', 'take-up'] as const) expect(await moved(who, how, hold)).toBe('of-vacancy');
    const corrected = await correctPlaces(database.db, MINISTRY, { ...hold, office: undefined, places: 1, why: 'x' });
    expect(settledAnswer(corrected).status).toBe(409);
    expect(await sums()).toEqual([4, 0]);
  });

  it('once they are filled are given back by the state alone', async () => {
    const { publish, sums, id } = await aMarket();
    await publish({ places: 1 });
    await filling(id, 1);
    const hold = await holdOf(id);
    expect(await moved(OURS, 'release', hold)).toBe('of-vacancy');
    expect(await sums()).toEqual([1, 1]);
    expect(await moved(MINISTRY, 'release', hold)).toBe('settled');
    expect(await sums()).toEqual([0, 0]);
  });

  it('of an allocation that only names it are its office’s to move', async () => {
    const { publish, id, quota } = await aMarket();
    await publish({ places: 1 });
    const request = { places: 1, reference: 'ours', vacancy: id };
    await allocatePlaces(database.db, OURS, { quota, request, on: '2026-12-01' });
    expect(await moved(OURS, 'release', { quota, reference: 'ours' })).toBe('settled');
  });
});

describe('a table of vacancies', () => {
  const many = (market: Awaited<ReturnType<typeof aMarket>>, count: number, over: Partial<Vacancy> = {}) =>
    Array.from({ length: count }, (_, at) =>
      market.vacancy({ id: `${market.id}-${at}`, places: (at % 3) + 1, ...over }),
    );

  it('holds and gives back the places of all in one statement each, with a ledger that follows entry by entry', async () => {
    const market = await aMarket(2000);
    const statements = async () =>
      (await database.db.selectFrom('audit_entry').select('body').execute()).filter(({ body }) =>
        JSON.stringify(body).includes(market.part),
      ).length;
    expect(await market.post(many(market, 600))).toEqual([]);
    expect(await market.sums()).toEqual([1200, 0]);
    expect(await statements()).toBe(1);
    expect(await market.post(many(market, 600, { places: 3 }))).toEqual([]);
    expect(await market.sums()).toEqual([1800, 0]);
    expect(await statements()).toBe(3);
    expect(flawsOf(await readHistory(database.db, [market.quota, market.part]), [])).toEqual([]);
  });

  it('is refused with each row that finds too few, and nothing of it is held', async () => {
    const market = await aMarket(10);
    const refused = await market.post(many(market, 8));
    expect(refused).toEqual([
      ['/places', '1 or fewer'],
      ['/places', '0 or fewer'],
    ]);
    expect(await market.sums()).toEqual([0, 0]);
  });

  it('oversells nothing while others take places of the same quota', async () => {
    const market = await aMarket(100);
    const tables = [0, 1, 2].map((table) =>
      market.post(many(market, 20).map((one) => ({ ...one, id: `${one.id}-${table}`, places: 1 }))),
    );
    const others = Array.from({ length: 60 }, () =>
      allocatePlaces(database.db, MINISTRY, {
        ...{ quota: market.quota, request: { places: 1, reference: randomUUID() }, on: '2026-12-01' },
      }),
    );
    const [refused, granted] = [await Promise.all(tables), await Promise.all(others)];
    const held = 20 * refused.filter(({ length }) => length === 0).length;
    const given = granted.filter(({ outcome }) => outcome === 'allocated').length;
    const history = await readHistory(database.db, [market.quota, market.part]);
    expect(history.quotas.find(({ id }) => id === market.quota)).toMatchObject({ allocated: held + given });
    expect(held + given).toBeLessThanOrEqual(100);
    expect(await ledgerFlaws(database.db)).toEqual([]);
  });
});

it('a check of the ledgers finds a vacancy that holds other places than those that are not filled', async () => {
  const { publish, id, part } = await aMarket();
  await publish({ places: 3 });
  const setPlaces = (places: number) =>
    database.db.updateTable('vacancy').set({ places }).where('id', '=', id).execute();
  await setPlaces(9);
  expect(await ledgerFlaws(database.db)).toEqual([
    { quota: part, what: `places held by vacancy ${id}`, says: '3', should: '9' },
  ]);
  await setPlaces(3);
});

it('the application writes what happens to many allocations at once by functions alone', async () => {
  const { quota } = await aMarket();
  const batch = sql`
    insert into quota_batch (quota, kind, allocations, office, who) values (${quota}, 'released', '{}', 'x', 'x')`;
  await expect(batch.execute(web.db)).rejects.toThrow(/permission denied/);
});
