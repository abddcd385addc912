import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role, Who } from '../../app/domain/people/who.ts';
import { ALLOCATION_MOVES, type AllocationRequest, type AllocationStatus } from '../../app/domain/quota/allocation.ts';
import { verifyAuditNow } from '../../app/use-cases/audit/verify-audit.ts';
import { allocatePlaces } from '../../app/use-cases/quota/allocate-places.ts';
import { expireHolds } from '../../app/use-cases/quota/expire-holds.ts';
import { correctPlaces, settlePlaces } from '../../app/use-cases/quota/settle-allocation.ts';
import type { Connection } from '../../db/client.server.ts';
import { findQuota } from '../../db/queries/quota.ts';
import { ledgerFlaws } from '../../db/queries/quota-check.ts';
import { entriesAfter, settleAllocation } from '../../db/queries/quota-ledger.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota, aVacancy } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

const ON = '2026-06-01';

let database: TestDatabase;
let web: Connection;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
  const made = await importAll(database.db, [
    ...[aPathway(), aPathway({ id: 'fr-test', destination: 'FR' })],
    ...[
      aVacancy(),
      aVacancy({ id: 'v-cook', occupation: '5120', sector: 'I' }),
      aVacancy({ id: 'v-fr', pathway: 'fr-test', destination: 'FR' }),
    ],
    aVacancy({ id: 'v-theirs', employer: 'e-other' }),
  ]);
  expect(made.problems).toEqual([]);
});
afterAll(async () => expect(await ledgerFlaws(database.db)).toEqual([]));

const as = (role: Role, more: { state?: string; organisation?: string } = {}): Who => ({
  kind: 'token',
  token: randomUUID(),
  role,
  ...more,
});
const MINISTRY = as('destination-ministry', { state: 'DE' });
const EMPLOYER = as('employer', { organisation: 'e-test' });

/** A tree of three levels: what each holds, from the top. */
async function aTree(top = 10, middle = 8, leaf = 5): Promise<{ top: string; middle: string; leaf: string }> {
  const name = `q-${randomUUID()}`;
  const ids = { top: name, middle: `${name}-m`, leaf: `${name}-l` };
  const { problems } = await importAll(database.db, [
    aQuota({ id: ids.top, places: top }),
    aQuota({ id: ids.middle, places: middle, parent: ids.top }),
    aQuota({ id: ids.leaf, places: leaf, parent: ids.middle }),
  ]);
  expect(problems).toEqual([]);
  return ids;
}

const ask = (quota: string, request: Partial<AllocationRequest> = {}, who: Who = MINISTRY, on = ON) =>
  allocatePlaces(web.db, who, { quota, request: { places: 1, reference: randomUUID(), ...request }, on });

const sums = async (...ids: string[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { allocated, used, remaining } = (await findQuota(web.db, id)) ?? {};
      return [allocated, used, remaining];
    }),
  );

const move = (quota: string, reference: string, how: 'release' | 'take-up', who: Who = MINISTRY, office?: string) =>
  settlePlaces(web.db, who, { quota, reference, how, office, why: undefined });

describe('an allocation', () => {
  it('takes its places from the quota and every one above it', async () => {
    const { top, middle, leaf } = await aTree();
    expect(await ask(leaf, { places: 3, reference: 'a' })).toMatchObject({
      outcome: 'allocated',
      allocation: { places: 3 },
    });
    expect(await sums(top, middle, leaf)).toEqual([
      [3, 0, 7],
      [3, 0, 5],
      [3, 0, 2],
    ]);
    expect(await ask(middle, { places: 1 })).toMatchObject({ outcome: 'allocated' });
    expect(await sums(top, middle, leaf)).toEqual([
      [4, 0, 6],
      [4, 0, 4],
      [3, 0, 2],
    ]);
  });

  it('takes from none where one of them has too few, and names it', async () => {
    const { top, middle, leaf } = await aTree(6, 6, 5);
    await ask(top, { places: 4 });
    expect(await ask(leaf, { places: 3 })).toEqual({ outcome: 'full', quota: top, remaining: 2 });
    expect(await sums(top, middle, leaf)).toEqual([
      [4, 0, 2],
      [0, 0, 2],
      [0, 0, 2],
    ]);
    expect(await ask(leaf, { places: 6 })).toEqual({ outcome: 'full', quota: top, remaining: 2 });
  });

  it('of siblings that together exceed their parent is bound by the parent', async () => {
    const name = `q-${randomUUID()}`;
    await importAll(database.db, [
      aQuota({ id: name, places: 10 }),
      ...['a', 'b'].map((part) => aQuota({ id: `${name}-${part}`, places: 8, parent: name })),
    ]);
    expect(await ask(`${name}-a`, { places: 8 })).toMatchObject({ outcome: 'allocated' });
    expect(await ask(`${name}-b`, { places: 3 })).toEqual({ outcome: 'full', quota: name, remaining: 2 });
    expect(await ask(`${name}-b`, { places: 2 })).toMatchObject({ outcome: 'allocated' });
  });

  it('under a reference used before is the same again, or refused where it asks for something else', async () => {
    const { leaf } = await aTree();
    const request = { places: 2, reference: 'ref 1', case: 'c/7', why: 'a reason' };
    const first = await ask(leaf, request);
    expect(await ask(leaf, request)).toEqual({ ...first, outcome: 'again' });
    expect(await ask(leaf, { ...request, places: 3 })).toEqual({ outcome: 'reference-used' });
    expect(await ask(leaf, { ...request, why: 'another' })).toEqual({ outcome: 'reference-used' });
    expect(await ask(leaf, { places: 1, reference: 'ref 1' }, EMPLOYER)).toMatchObject({ outcome: 'allocated' });
    expect(await sums(leaf)).toEqual([[3, 0, 2]]);
  });

  it.each([
    ['before its period', '2025-12-31'],
    ['after its period', '2027-01-01'],
  ])('of a quota %s is refused', async (_, on) => {
    const { leaf } = await aTree();
    expect(await ask(leaf, {}, MINISTRY, on)).toEqual({
      outcome: 'not-in-force',
      quota: leaf,
      from: '2026-01-01',
      to: '2026-12-31',
    });
  });

  it('below a quota that is not in force is refused, and names that one', async () => {
    const name = `q-${randomUUID()}`;
    const summer = { from: '2026-06-01', to: '2026-08-31' };
    await importAll(database.db, [
      aQuota({ id: name, period: summer }),
      aQuota({ id: `${name}-part`, parent: name, period: { from: '2026-01-01', to: '2028-12-31' } }),
    ]);
    expect(await ask(`${name}-part`)).toMatchObject({ outcome: 'allocated' });
    expect(await ask(`${name}-part`, {}, MINISTRY, '2026-05-31')).toMatchObject({
      outcome: 'not-in-force',
      quota: name,
    });
  });

  it('outside what the quota is for is refused', async () => {
    const name = `q-${randomUUID()}`;
    const scopes = { s: { sector: 'I' }, o: { occupation: '512' }, n: { origin: 'PH' } };
    await importAll(
      database.db,
      Object.entries(scopes).map(([part, scope]) => aQuota({ id: `${name}-${part}`, scope })),
    );
    const outside = (part: string) => ({ outcome: 'outside', quota: `${name}-${part}` });
    expect(await ask(`${name}-s`, { vacancy: aVacancy().id })).toEqual(outside('s'));
    expect(await ask(`${name}-s`, { vacancy: 'v-cook' })).toMatchObject({ outcome: 'allocated' });
    expect(await ask(`${name}-o`, { vacancy: aVacancy().id })).toEqual(outside('o'));
    expect(await ask(`${name}-o`, { vacancy: 'v-cook' })).toMatchObject({ outcome: 'allocated' });
    expect(await ask(`${name}-n`, { origin: 'NP' })).toEqual(outside('n'));
    expect(await ask(`${name}-n`, { origin: 'PH' })).toMatchObject({ outcome: 'allocated' });
    expect(await ask(`${name}-n`)).toMatchObject({ outcome: 'allocated' });
    expect(await ask(`${name}-n`, { vacancy: 'v-fr' })).toEqual(outside('n'));
    expect(await ask(`${name}-n`, { vacancy: 'no-such' })).toEqual({ outcome: 'no-vacancy' });
    expect(await ask(`${name}-n`, { vacancy: 'v-theirs' }, EMPLOYER)).toEqual({ outcome: 'not-their-vacancy' });
  });

  it.each<[string, Who, string]>([
    ['the ministry of the state', MINISTRY, 'allocated'],
    ['an employer', EMPLOYER, 'allocated'],
    ['an administrator', as('administrator'), 'allocated'],
    ['the ministry of another state', as('destination-ministry', { state: 'FR' }), 'forbidden'],
    ['a ministry of origin', as('origin-ministry', { state: 'PH' }), 'forbidden'],
    ['a ministry of origin of the state', as('origin-ministry', { state: 'DE' }), 'forbidden'],
    ['an employer without a name', as('employer'), 'forbidden'],
    ['a worker', as('worker'), 'forbidden'],
    ['a visitor', { kind: 'visitor' }, 'forbidden'],
  ])('by %s', async (_, who, outcome) => {
    const { leaf } = await aTree();
    expect(await ask(leaf, {}, who)).toMatchObject({ outcome });
    expect(await sums(leaf)).toEqual([outcome === 'allocated' ? [1, 0, 4] : [0, 0, 5]]);
  });

  it('of a quota that is not there is refused', async () => {
    expect(await ask('no-such')).toEqual({ outcome: 'missing' });
  });

  it('of a quota of 0 places finds none', async () => {
    const { leaf } = await aTree(10, 8, 0);
    expect(await ask(leaf)).toEqual({ outcome: 'full', quota: leaf, remaining: 0 });
  });

  it('that 40 ask for at once is granted as often as there are places', async () => {
    const { top, middle, leaf } = await aTree(30, 20, 7);
    // However they come, what is asked of the upper two leaves seven for the lowest, which has no more.
    const crowd = [top, middle, leaf].flatMap((quota, at) =>
      Array.from({ length: [12, 11, 17][at] ?? 0 }, () => quota),
    );
    const asked = await Promise.all(crowd.map((quota) => ask(quota)));
    expect(asked.filter(({ outcome }) => outcome === 'allocated').length).toBe(30);
    expect(await sums(top, leaf)).toEqual([
      [30, 0, 0],
      [7, 0, 0],
    ]);
  });
});

describe('allocations asked for at once', () => {
  it('are answered each for itself, and audited each in its chain', async () => {
    const { top, leaf } = await aTree(6, 6, 6);
    const others = ['e-z', 'e-a', 'e-m'].map((organisation) => as('employer', { organisation }));
    const asked = await Promise.all([
      ask(leaf, { reference: 'first' }),
      ...others.map((who) => ask(leaf, { reference: 'a' }, who)),
      ...[1, 1, 2].map((places) => ask(leaf, { reference: 'b', places })),
      ask(leaf, { places: 9 }),
      ask(leaf, { reference: 'late' }, EMPLOYER, '2027-01-01'),
      ask(leaf),
      ask(leaf),
    ]);
    const offices = asked.map((answer) => ('allocation' in answer ? answer.allocation.office : answer.outcome));
    const own = [offices[0], ...offices.slice(-2)]; // which of them comes last is nobody's promise
    expect(own.sort()).toEqual(['full', 'ministry-de', 'ministry-de']);
    expect(offices.slice(1, -2)).toEqual([
      ...['e-z', 'e-a', 'e-m', 'ministry-de', 'ministry-de', 'reference-used', 'full', 'not-in-force'],
    ]);
    expect(asked.filter(({ outcome }) => outcome === 'again').length).toBe(1);
    expect(await sums(top, leaf)).toEqual([
      [6, 0, 0],
      [6, 0, 0],
    ]);
    const { rows } = await sql<{ chain: string }>`
      select chain from audit_entry where object_id = ${leaf} order by chain`.execute(database.db);
    expect(rows.map(({ chain }) => chain)).toEqual(['e-a', 'e-m', 'e-z', 'ministry-de', 'ministry-de', 'ministry-de']);
    expect(await verifyAuditNow(database.db)).toMatchObject({ broken: [] });
  });
});

describe('places', () => {
  it('go back and are taken up, as often as one says so', async () => {
    const { top, leaf } = await aTree();
    await ask(leaf, { places: 3, reference: 'a' });
    await ask(leaf, { places: 1, reference: 'b' });
    expect(await move(leaf, 'a', 'take-up')).toMatchObject({ outcome: 'settled', allocation: { status: 'taken-up' } });
    expect(await move(leaf, 'a', 'take-up')).toMatchObject({ outcome: 'again' });
    expect(await sums(top, leaf)).toEqual([
      [4, 3, 6],
      [4, 3, 1],
    ]);
    expect(await move(leaf, 'b', 'release')).toMatchObject({ outcome: 'settled', allocation: { status: 'released' } });
    expect(await move(leaf, 'b', 'release')).toMatchObject({ outcome: 'again' });
    expect(await move(leaf, 'b', 'take-up')).toEqual({ outcome: 'closed', status: 'released' });
    expect(await move(leaf, 'a', 'release')).toMatchObject({ outcome: 'settled' });
    expect(await sums(top, leaf)).toEqual([
      [0, 0, 10],
      [0, 0, 5],
    ]);
  });

  it('go from every status to those of the table, and to no other', async () => {
    const { leaf } = await aTree(100, 100, 100);
    const hand = {
      hand: { office: 'x', who: 'x' },
      why: null,
      audit: { chain: 'site', body: '{"action":"a","object":{"type":"t","id":"i"},"who":{"kind":"system"}}' },
    };
    const statuses = Object.keys(ALLOCATION_MOVES) as AllocationStatus[];
    const outcome = async (from: AllocationStatus, to: AllocationStatus) => {
      const named = { quota: leaf, office: 'ministry-de', reference: `${from} to ${to}` };
      const go = (status: AllocationStatus) => settleAllocation(web.db, named, { to: status, ...hand });
      const lapses = [from, to].includes('expired');
      const soon = new Date(Date.now() + 1000).toISOString();
      await ask(leaf, { reference: named.reference, ...(lapses && { expiresAt: soon }) });
      if (from !== 'allocated' && from !== 'expired') await go(from);
      if (lapses) await new Promise((resolve) => setTimeout(resolve, 1100));
      if (from === 'expired') await go(from);
      return (await go(to)).outcome;
    };
    const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));
    const found = await Promise.all(pairs.map(async ([from, to]) => [from, to, await outcome(from, to)]));
    const moves = (from: AllocationStatus): readonly AllocationStatus[] => ALLOCATION_MOVES[from];
    expect(found).toEqual(
      pairs.map(([from, to]) => [from, to, from === to ? 'again' : moves(from).includes(to) ? 'settled' : 'closed']),
    );
  });

  it('held until a moment go back after it, once', async () => {
    const { top, leaf } = await aTree();
    const expiresAt = new Date(Date.now() + 300).toISOString();
    expect(await ask(leaf, { places: 2, reference: 'hold', expiresAt })).toMatchObject({ outcome: 'allocated' });
    expect(await ask(leaf, { places: 1, reference: 'kept', expiresAt })).toMatchObject({ outcome: 'allocated' });
    await move(leaf, 'kept', 'take-up');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await move(leaf, 'hold', 'take-up')).toEqual({ outcome: 'closed', status: 'expired' });
    expect(await ask(leaf, { places: 2, reference: 'hold', expiresAt })).toMatchObject({ outcome: 'again' });
    const counts = await Promise.all([expireHolds(database.db), expireHolds(database.db)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await sums(top, leaf)).toEqual([
      [1, 1, 9],
      [1, 1, 4],
    ]);
    expect(await ask(leaf, { expiresAt })).toEqual({ outcome: 'past' });
  });

  it('that were recorded wrongly are corrected by the state, with a reason', async () => {
    const { top, leaf } = await aTree();
    await ask(leaf, { places: 2, reference: 'a' }, EMPLOYER);
    const correct = (places: number, who: Who = MINISTRY) =>
      correctPlaces(web.db, who, { quota: leaf, reference: 'a', office: undefined, places, why: 'counted twice' });
    expect(await correct(3, EMPLOYER)).toEqual({ outcome: 'missing' });
    expect(await correct(6)).toEqual({ outcome: 'full', quota: leaf, remaining: 3 });
    expect(await correct(5)).toMatchObject({ outcome: 'settled', allocation: { places: 5 } });
    await move(leaf, 'a', 'take-up', EMPLOYER);
    expect(await correct(1)).toMatchObject({ outcome: 'settled' });
    expect(await correct(1)).toMatchObject({ outcome: 'again' });
    expect(await sums(top, leaf)).toEqual([
      [1, 1, 9],
      [1, 1, 4],
    ]);
  });

  it('are moved on by who holds them and by the state; of several offices one is named', async () => {
    const { leaf } = await aTree();
    await ask(leaf, { reference: 'a' }, EMPLOYER);
    const other = as('employer', { organisation: 'e-other' });
    expect(await move(leaf, 'a', 'release', other)).toEqual({ outcome: 'missing' });
    expect(await move(leaf, 'a', 'release', as('destination-ministry', { state: 'FR' }))).toEqual({
      outcome: 'missing',
    });
    await ask(leaf, { reference: 'a' }, other);
    expect(await move(leaf, 'a', 'release')).toEqual({ outcome: 'several', offices: ['e-other', 'e-test'] });
    expect(await move(leaf, 'a', 'release', MINISTRY, 'e-other')).toMatchObject({
      outcome: 'settled',
      allocation: { office: 'e-other' },
    });
    expect(await move(leaf, 'a', 'take-up', EMPLOYER)).toMatchObject({
      outcome: 'settled',
      allocation: { office: 'e-test' },
    });
  });
});

describe('the ledger', () => {
  it('says who, when, of what and why, on every quota of the way, without a gap', async () => {
    const { top, leaf } = await aTree();
    await ask(leaf, { places: 2, reference: 'a', vacancy: aVacancy().id, why: 'as agreed' }, EMPLOYER);
    await move(leaf, 'a', 'take-up');
    const entries = await entriesAfter(web.db, top, 0, 10);
    expect(entries).toMatchObject([
      { position: 1, kind: 'published', places: 10, placesAfter: 10, office: 'test', reference: null },
      {
        position: 2,
        kind: 'allocated',
        allocated: 2,
        allocatedAfter: 2,
        askedOf: leaf,
        office: 'e-test',
        reference: 'a',
        vacancy: aVacancy().id,
        why: 'as agreed',
      },
      { position: 3, kind: 'taken-up', used: 2, usedAfter: 2, office: 'ministry-de' },
    ]);
    expect(await entriesAfter(web.db, top, 2, 10)).toEqual(entries.slice(2));
    const audited = await sql<{ action: string; chain: string }>`
      select action, chain from audit_entry where object_id = ${leaf} order by at`.execute(database.db);
    expect(audited.rows).toEqual([
      { action: 'allocate-places', chain: 'e-test' },
      { action: 'settle-places', chain: 'ministry-de' },
    ]);
  });

  it('is amended when a quota is published anew, and never below what is allocated', async () => {
    const { top, middle, leaf } = await aTree();
    await ask(leaf, { places: 4 });
    const refused = await importAll(database.db, [aQuota({ id: leaf, places: 3, parent: middle })]);
    expect(refused.problems).toMatchObject([{ path: '/places', message: expect.stringContaining('4') }]);
    await importAll(database.db, [aQuota({ id: leaf, places: 4, parent: middle })], { why: 'fewer are needed' });
    await importAll(database.db, [aQuota({ id: leaf, places: 4, parent: middle, label: { en: 'Another name' } })]);
    expect((await entriesAfter(web.db, leaf, 0, 10)).map(({ kind, places, why }) => [kind, places, why])).toEqual([
      ['published', 5, null],
      ['allocated', 0, null],
      ['amended', -1, 'fewer are needed'],
    ]);
    const moved = await importAll(database.db, [aQuota({ id: leaf, places: 4, parent: top })]);
    expect(moved.problems).toMatchObject([{ path: '/parent', expected: JSON.stringify(middle) }]);
  });

  it('is the one way to change a quota, even for the owner of the database', async () => {
    const { leaf } = await aTree();
    const by = (db: TestDatabase['db'] | Connection['db'], statement: string) => sql.raw(statement).execute(db);
    await expect(by(database.db, `update quota set allocated = 1 where id = '${leaf}'`)).rejects.toThrow(
      /ledger alone/,
    );
    await expect(by(database.db, `update quota set places = 100 where id = '${leaf}'`)).rejects.toThrow(/ledger alone/);
    await expect(by(database.db, 'update quota_entry set allocated = 0')).rejects.toThrow(/never changed/);
    await expect(by(database.db, 'delete from quota_allocation')).rejects.toThrow(/never changed/);
    for (const table of ['quota_entry', 'quota_allocation'])
      await expect(by(web.db, `update ${table} set places = 0`)).rejects.toThrow(/permission denied/);
    await expect(by(web.db, `update quota set allocated = 1`)).rejects.toThrow(/permission denied/);
  });

  it('that was tampered with is found', async () => {
    const { top, leaf } = await aTree();
    await ask(leaf, { places: 2, reference: 'a' });
    const flawsOf = (tamper: string) =>
      database.db
        .transaction()
        .execute(async (trx) => {
          await sql`set local session_replication_role = replica`.execute(trx);
          await sql.raw(tamper).execute(trx);
          const found = (await ledgerFlaws(trx)).map(({ quota, what }) => `${quota === top ? 'top' : 'leaf'}: ${what}`);
          throw Object.assign(new Error('undone'), { found });
        })
        .catch((error: { found?: string[] }) => error.found ?? Promise.reject(error));
    expect(await flawsOf(`update quota set allocated = 3 where id = '${leaf}'`)).toEqual([
      'leaf: allocations',
      'leaf: places, allocated, used, entries',
    ]);
    expect(await flawsOf(`delete from quota_entry where quota = '${top}' and position = 1`)).toEqual([
      'top: entry 2',
      'top: places, allocated, used, entries',
      'top: position 2',
    ]);
    expect(await flawsOf(`update quota_entry set allocated = 1 where quota = '${leaf}' and position = 2`)).toEqual([
      'leaf: entry 2',
      'leaf: places, allocated, used, entries',
    ]);
    const found = await flawsOf(`update quota_allocation set places = 1 where quota = '${leaf}'`);
    expect(found).toEqual(['top: allocations', 'leaf: allocations', 'leaf: allocations']); // top, middle, leaf
  });
});
