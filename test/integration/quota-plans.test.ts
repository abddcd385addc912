import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quota } from '../../app/domain/documents/index.ts';
import { changedQuotas, type QuotaPlan, transfer } from '../../app/domain/quota/plan.ts';
import { decide } from '../../app/use-cases/publishing/decide-proposal.ts';
import { reviewOf } from '../../app/use-cases/publishing/office-desk.ts';
import type { Officer } from '../../app/use-cases/publishing/officer.ts';
import { prepare } from '../../app/use-cases/publishing/prepare-proposal.ts';
import { publishAnnounced } from '../../app/use-cases/publishing/publish-announced.ts';
import { allocatePlaces } from '../../app/use-cases/quota/allocate-places.ts';
import { readTable } from '../../app/use-cases/quota/plan-table.ts';
import { findOwnQuotas, reportIntake } from '../../app/use-cases/quota/quota-desk.ts';
import { quotaTable } from '../../app/use-cases/quota/quota-table.ts';
import { settlePlaces } from '../../app/use-cases/quota/settle-allocation.ts';
import type { Connection } from '../../db/client.server.ts';
import { findQuota, quotasOf } from '../../db/queries/quota.ts';
import { ledgerFlaws } from '../../db/queries/quota-check.ts';
import { entriesAfter } from '../../db/queries/quota-ledger.ts';
import { announcedPlans, intakesOf } from '../../db/queries/quota-plan.ts';
import { actsUpon } from '../support/audit.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { anOfficer } from '../support/officers.ts';

const ON = '2026-06-01';
const LATER = '2026-07-01';
const why = 'A decision of the committee';
const log = { warn: () => undefined };

let database: TestDatabase;
let web: Connection;
let preparer: Officer;
let approver: Officer;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
  await importAll(database.db, [aPathway()]);
  [preparer, approver] = [await anOfficer(database.db, 'DE'), await anOfficer(database.db, 'DE')];
});
afterAll(async () => expect(await ledgerFlaws(database.db)).toEqual([]));

const pathway = aPathway();

/** A quota of 100 places in two parts of 40, and nothing else of that name. */
async function aTree(): Promise<{ top: Quota; a: Quota; b: Quota }> {
  const name = `q-${randomUUID()}`;
  const top = aQuota({ id: name, places: 100 });
  const [a, b] = ['a', 'b'].map((part) => aQuota({ id: `${name}-${part}`, places: 40, parent: name }));
  if (!a || !b) throw new Error('two parts');
  expect((await importAll(database.db, [top, a, b])).problems).toEqual([]);
  return { top, a, b };
}

const planOf = (quotas: readonly Quota[], more: Partial<QuotaPlan> = {}): QuotaPlan => ({
  ...{ type: 'quotas', id: pathway.id, name: pathway.name, act: 'amended', quotas },
  ...more,
});

async function prepared(plan: QuotaPlan): Promise<string> {
  const made = await prepare(web.db, preparer, plan, why);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.id;
}

const decideBy = (officer: Officer, id: string, decision: 'approve' | 'withdraw' = 'approve', on = ON) =>
  decide(web.db, officer, { id, decision, why: null, on });

const MINISTRY = { kind: 'token', token: randomUUID(), role: 'destination-ministry', state: 'DE' } as const;

const take = (quota: Quota, places: number, reference: string = randomUUID()) =>
  allocatePlaces(web.db, MINISTRY, { quota: quota.id, request: { places, reference }, on: ON });

const give = ({ id }: Quota, reference: string) =>
  settlePlaces(web.db, MINISTRY, { quota: id, reference, how: 'release', office: undefined, why: undefined });

const places = async (...quotas: Quota[]) =>
  Promise.all(quotas.map(async ({ id }) => (await findQuota(web.db, id))?.places));

const lastEntry = async ({ id }: Quota) => (await entriesAfter(web.db, id, 0, 100)).at(-1);

describe('what an office plans for its quotas', () => {
  it('is published together when another officer approves it, and written in each ledger', async () => {
    const { top, a, b } = await aTree();
    const fresh = aQuota({ id: `${top.id}-c`, places: 5, parent: top.id });
    const id = await prepared(planOf([{ ...top, places: 120 }, { ...a, places: 50 }, fresh]));
    expect(await places(top, a, b)).toEqual([100, 40, 40]);
    expect(await decideBy(preparer, id)).toEqual({ ok: false, problem: 'not-yours' });
    expect((await reviewOf(web.db, approver, id))?.effects).toMatchObject([
      { quota: { id: top.id }, now: 100, next: 120 },
      { now: 40, next: 50 },
      { now: null, next: 5 },
    ]);
    expect(await decideBy(approver, id)).toEqual({ ok: true });
    expect(await decideBy(approver, id)).toEqual({ ok: false, problem: 'decided' });
    expect(await places(top, a, b, fresh)).toEqual([120, 50, 40, 5]);
    expect(await lastEntry(top)).toMatchObject({ kind: 'amended', places: 20, why, office: 'ministry-de' });
    expect(await lastEntry(fresh)).toMatchObject({ kind: 'published', places: 5 });
    expect((await lastEntry(b))?.position).toBe(1);
    expect((await actsUpon(database.db, id)).map(([, action]) => action)).toEqual([
      'prepare-proposal',
      'approve-proposal',
    ]);
  });

  it('may be a transfer between siblings, which is called so', async () => {
    const { top, a, b } = await aTree();
    const [from, to] = [await findQuota(web.db, a.id), await findQuota(web.db, b.id)];
    if (!from || !to) throw new Error('both are there');
    const moved = transfer(from, to, 15);
    if (!moved.ok) throw new Error(moved.problem);
    await decideBy(approver, await prepared(planOf(moved.quotas, { act: 'transferred' })));
    expect(await places(top, a, b)).toEqual([100, 25, 55]);
    expect([await lastEntry(a), await lastEntry(b)]).toMatchObject([
      { kind: 'transferred', places: -15, why },
      { kind: 'transferred', places: 15, why },
    ]);
  });

  it('is refused where it would break a promise, or the tree, and names the place', async () => {
    const { top, a } = await aTree();
    await take(a, 30);
    const problems = async (...quotas: Quota[]) => {
      const made = await prepare(web.db, preparer, planOf(quotas), why);
      return made.ok ? [] : made.problems;
    };
    expect(await problems(top, { ...a, places: 29 })).toMatchObject([
      { path: '/1/places', message: expect.stringContaining('30') },
    ]);
    expect(await problems({ ...a, places: 101 })).toMatchObject([
      { path: '/0/places', message: expect.stringContaining('100') },
    ]);
    const circle = expect.objectContaining({ path: '/0/parent', message: expect.stringContaining('circle') });
    expect(await problems({ ...top, parent: a.id })).toContainEqual(circle);
    expect(await problems(aQuota({ id: `${top.id}-x`, pathway: 'no-such' }))).toMatchObject([{ path: '/0/pathway' }]);
    expect(await problems(top)).toMatchObject([{ message: expect.stringContaining('published already') }]);
    expect(await problems()).toMatchObject([{ message: expect.stringContaining('published already') }]);
  });

  it('is refused at its approval where places were promised meanwhile, and waits', async () => {
    const { a } = await aTree();
    const id = await prepared(planOf([{ ...a, places: 10 }]));
    await take(a, 11);
    expect(await decideBy(approver, id)).toMatchObject({
      ok: false,
      problem: 'refused',
      problems: [{ path: '/0/places' }],
    });
    expect(await places(a)).toEqual([40]);
    expect((await reviewOf(web.db, approver, id))?.proposal.status).toBe('prepared');
  });

  it('is outdated where one of its quotas was published anew meanwhile', async () => {
    const { a, b } = await aTree();
    const [first, second] = [
      await prepared(planOf([{ ...a, places: 30 }])),
      await prepared(planOf([{ ...a, places: 20 }, b])),
    ];
    const other = await prepared(planOf([{ ...b, places: 20 }]));
    expect(await decideBy(approver, first)).toEqual({ ok: true });
    expect(await decideBy(approver, second)).toEqual({ ok: false, problem: 'outdated' });
    expect(await decideBy(approver, other)).toEqual({ ok: true });
    expect(await places(a, b)).toEqual([30, 20]);
  });
});

describe('a plan for a later day', () => {
  it('is announced to everybody, and published on that day', async () => {
    const { top, a } = await aTree();
    const id = await prepared(planOf([{ ...a, places: 10 }], { from: LATER }));
    expect(await decideBy(approver, id)).toEqual({ ok: true });
    expect(await places(a)).toEqual([40]);
    expect(await announcedPlans(web.db, pathway.id)).toMatchObject([{ id, why, plan: { from: LATER }, barred: null }]);
    expect(await publishAnnounced(database.db, '2026-06-30', log)).toBe(0);
    expect(await take(a, 1)).toMatchObject({ outcome: 'allocated' });
    expect(await publishAnnounced(database.db, LATER, log)).toBe(1);
    expect(await publishAnnounced(database.db, LATER, log)).toBe(0);
    expect(await places(top, a)).toEqual([100, 10]);
    expect(await lastEntry(a)).toMatchObject({ kind: 'amended', places: -30, why, office: 'ministry-de' });
    expect(await announcedPlans(web.db, pathway.id)).toEqual([]);
  });

  it('waits for its office where places promised meanwhile stand in its way, and says so', async () => {
    const { a } = await aTree();
    const id = await prepared(planOf([{ ...a, places: 10 }], { from: LATER }));
    await decideBy(approver, id);
    await take(a, 5);
    await take(a, 15, 'in the way');
    expect(await publishAnnounced(database.db, LATER, log)).toBe(0);
    expect(await places(a)).toEqual([40]);
    expect(await announcedPlans(web.db, pathway.id)).toMatchObject([
      { id, barred: [{ path: '/0/places', message: expect.stringContaining('20') }] },
    ]);
    expect((await reviewOf(web.db, approver, id))?.proposal).toMatchObject({ status: 'approved', publishedAt: null });
    await give(a, 'in the way');
    expect(await publishAnnounced(database.db, LATER, log)).toBe(1);
    expect(await places(a)).toEqual([10]);
    expect((await reviewOf(web.db, approver, id))?.proposal).toMatchObject({
      publishedAt: expect.any(Date),
      barred: null,
    });
  });

  it('is published once, however many jobs come at once', async () => {
    const { a } = await aTree();
    await decideBy(approver, await prepared(planOf([{ ...a, places: 10 }], { from: LATER })));
    const counts = await Promise.all([1, 2, 3].map(() => publishAnnounced(database.db, LATER, log)));
    expect(counts.sort()).toEqual([0, 0, 1]);
    expect(await places(a)).toEqual([10]);
    expect(await announcedPlans(web.db, pathway.id)).toEqual([]);
  });
});

describe('a table of quotas', () => {
  it('is taken again as it was exported, and changes nothing', async () => {
    const { top } = await aTree();
    const label = { en: '=SUM(A1), "2026"', ar: 'الكل، 2026' };
    await importAll(database.db, [
      { ...top, label, scope: { sector: 'C' }, sources: [{ id: 's', title: 'A law; of 2026' }] },
    ]);
    const all = await quotasOf(web.db, pathway.id);
    const { quotas, problems } = await readTable(quotaTable(all), pathway.id);
    expect(problems).toEqual([]);
    expect(quotas).toHaveLength(all.length);
    expect(changedQuotas(quotas, new Map(all.map((quota) => [quota.id, quota])))).toEqual([]);
    expect(quotaTable(all).startsWith('\ufeff')).toBe(true);
    expect(quotaTable(all)).toContain(`"'=SUM`);
  });

  it('says row by row what is wrong with it', async () => {
    const { problems } = await readTable(
      [
        'id,pathway,period.from,period.to,places,parent',
        `ok,${pathway.id},2026-01-01,2026-12-31,5,`,
        `many,${pathway.id},2026-01-01,2026-12-31,many,`,
        `minus,${pathway.id},2026-01-01,2026-12-31,-1,`,
        'other,kr-eps-e9,2026-01-01,2026-12-31,5,',
        `back,${pathway.id},2026-12-31,2026-01-01,5,`,
        `ok,${pathway.id},2026-01-01,2026-12-31,6,`,
        `short,${pathway.id}`,
      ].join('\n'),
      pathway.id,
    );
    expect(problems.map(({ line, path }) => [line, path])).toEqual([
      [3, '/places'],
      [4, '/places'],
      [5, '/pathway'],
      [6, '/period/to'],
      [7, '/id'],
      [8, ''],
    ]);
  });
});

describe('an office', () => {
  it('sees the quotas of pathways to its state alone', async () => {
    await importAll(database.db, [aPathway({ id: 'fr-test', destination: 'FR' })]);
    expect(await findOwnQuotas(web.db, preparer, pathway.id, ON)).toMatchObject({ pathway: { id: pathway.id } });
    expect(await findOwnQuotas(web.db, preparer, 'fr-test', ON)).toBeUndefined();
    expect(await findOwnQuotas(web.db, preparer, 'no-such', ON)).toBeUndefined();
  });

  it('reports what became of the places, beside the ceiling, and may report anew', async () => {
    const { top } = await aTree();
    const report = (used: number) =>
      reportIntake(web.db, preparer, {
        quota: top.id,
        used,
        asOf: '2026-05-31',
        sourceTitle: 'Register',
        sourceUrl: null,
      });
    await report(80);
    await report(140);
    expect((await intakesOf(web.db, pathway.id)).find(({ quota }) => quota === top.id)).toMatchObject({
      used: 140,
      sourceTitle: 'Register',
    });
    expect(await findQuota(web.db, top.id)).toMatchObject({ places: 100, allocated: 0, used: 0 });
  });
});
