import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Partnership } from '../../app/domain/partnership/partnership.ts';
import type { Who } from '../../app/domain/people/who.ts';
import { joinPartnership } from '../../app/use-cases/partnership/join-partnership.ts';
import { closeOrReopen, takeSeats } from '../../app/use-cases/partnership/move-partnership.ts';
import { publishPartnership } from '../../app/use-cases/partnership/publish-partnership.ts';
import { recheckPartnerships } from '../../app/use-cases/partnership/recheck-partnerships.ts';
import { connect } from '../../db/client.server.ts';
import { findPartnership, moveSeats, openTraining, partnershipOf } from '../../db/queries/partnership.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aVacancy } from '../support/documents.ts';
import { anEmployer } from '../support/employers.ts';
import { importAll } from '../support/imports.ts';
import { aPartnership } from '../support/partnerships.ts';

const ON = '2026-11-25';
let database: TestDatabase;
let web: Awaited<ReturnType<typeof freshWeb>>['web'];
beforeAll(async () => {
  ({ database, web } = await freshWeb());
  await importAll(database.db, [
    aPathway({ id: 'de-training', kind: 'skills-partnership' }),
    aPathway({ id: 'de-other', kind: 'training' }),
    aPathway({ id: 'de-work' }),
    aVacancy({ id: 'v-trained', pathway: 'de-training', employer: 'e-trains' }),
    aVacancy({ id: 'v-other', pathway: 'de-other', employer: 'e-trains' }),
  ]);
});

const ministry = (role: 'origin-ministry' | 'destination-ministry', state: string): Who => ({
  ...{ kind: 'token', token: randomUUID(), role, state },
});
const [ORIGIN, DESTINATION] = [ministry('origin-ministry', 'PH'), ministry('destination-ministry', 'DE')];

const publish = (who: Who, over: Partial<Partnership> = {}) => publishPartnership(web.db, who, aPartnership(over), ON);
const left = async (id: string) => (await findPartnership(web.db, id))?.seatsLeft;
/** What was written down of a partnership. */
const auditOf = (id: string) =>
  database.db
    .selectFrom('audit_entry')
    .select(['chain', 'body'])
    .where('body', 'like', `%"object":{"id":"${id}","type":"partnership"}%`)
    .orderBy('chain')
    .execute();

describe('a partnership', () => {
  it('is published by the ministry of either state, and says what it was told last', async () => {
    expect(await publish(ORIGIN, { id: 'both' })).toMatchObject({ ok: true, created: true });
    const again = await publish(DESTINATION, { id: 'both', seats: { away: 5, home: 4 } });
    expect(again).toMatchObject({
      ...{ ok: true, created: false },
      partnership: { destination: 'DE', seatsLeft: { away: 5, home: 4 }, stage: 'open', example: false },
    });
    expect((await auditOf('both')).map(({ chain }) => chain)).toEqual(['ministry-de', 'ministry-ph']);
  });

  it.each<[string, Who, Partial<Partnership>, string]>([
    ['under no pathway', ORIGIN, { pathway: 'no-such' }, 'no-pathway'],
    ['under a pathway of another kind', ORIGIN, { pathway: 'de-work' }, 'kind'],
    ['of a provider outside the origins', DESTINATION, { provider: { name: 'x', country: 'KE' } }, 'provider'],
    ['of another state of origin', ministry('origin-ministry', 'KE'), {}, 'foreign'],
    ['of another state of destination', ministry('destination-ministry', 'IT'), {}, 'foreign'],
    ['by the destination side of the origin', ministry('destination-ministry', 'PH'), {}, 'foreign'],
    ['by an employer', { kind: 'token', token: randomUUID(), role: 'employer', organisation: 'e' }, {}, 'foreign'],
  ])('%s is refused, and nothing is written', async (_, who, over, misfit) => {
    expect(await publish(who, { id: 'refused', ...over })).toEqual({ ok: false, misfit });
    expect([await findPartnership(web.db, 'refused'), await auditOf('refused')]).toEqual([undefined, []]);
  });

  it('of others is not taken over under its id', async () => {
    await importAll(database.db, [
      aPathway({ id: 'it-training', kind: 'training', destination: 'IT', origins: ['KE'] }),
    ]);
    await publish(ORIGIN, { id: 'ours' });
    const theirs = { id: 'ours', pathway: 'it-training', provider: { name: 'x', country: 'KE' } };
    expect(await publish(ministry('origin-ministry', 'KE'), theirs)).toEqual({ ok: false, misfit: 'of-another' });
    expect(await findPartnership(web.db, 'ours')).toMatchObject({ pathway: 'de-training' });
  });

  it('stays under its pathway', async () => {
    await publish(ORIGIN, { id: 'stays' });
    expect(await publish(ORIGIN, { id: 'stays', pathway: 'de-other' })).toEqual({ ok: false, misfit: 'moved' });
  });
});

describe('seats', () => {
  it('are taken and given back, each track by itself, and written down', async () => {
    await publish(ORIGIN, { id: 'seats', seats: { away: 3, home: 2 } });
    const move = (track: 'away' | 'home', count: number) =>
      takeSeats(web.db, DESTINATION, { id: 'seats', track, count });
    expect([await move('away', 2), await move('home', 2)]).toEqual([{ ok: true }, { ok: true }]);
    expect(await left('seats')).toEqual({ away: 1, home: 0 });
    expect(await move('home', 1)).toEqual({ ok: false, problem: 'full' });
    expect(await move('away', -1)).toEqual({ ok: true });
    expect(await move('away', -2)).toEqual({ ok: false, problem: 'none' });
    expect(await left('seats')).toEqual({ away: 2, home: 0 });
    expect((await auditOf('seats')).filter(({ body }) => body.includes('take-seats'))).toHaveLength(3);
  });

  it('the last one goes to one of two who ask at once', async () => {
    await publish(ORIGIN, { id: 'race', seats: { away: 1, home: 0 } });
    const other = connect(database.url, () => undefined, { max: 1 });
    try {
      const take = (db: typeof web.db, who: Who) => takeSeats(db, who, { id: 'race', track: 'away', count: 1 });
      const taken = await Promise.all([take(web.db, ORIGIN), take(other.db, DESTINATION)]);
      expect(taken.filter(({ ok }) => ok)).toHaveLength(1);
      expect(taken).toContainEqual({ ok: false, problem: 'full' });
      expect(await left('race')).toEqual({ away: 0, home: 0 });
    } finally {
      await other.close();
    }
  });

  it('are counted by the database itself, whoever waits for whom', async () => {
    await publish(ORIGIN, { id: 'waits', seats: { away: 1, home: 0 } });
    const seat = { track: 'away', count: 1 } as const;
    const second = await database.db.transaction().execute(async (first) => {
      expect(await moveSeats(first, 'waits', seat)).toEqual({ taken: 1, seats: 1 });
      return { waiting: web.db.transaction().execute((trx) => moveSeats(trx, 'waits', seat)) };
    });
    expect(await second.waiting).toBeUndefined();
  });

  it('are not made fewer than are taken', async () => {
    await publish(ORIGIN, { id: 'fewer' });
    await takeSeats(web.db, ORIGIN, { id: 'fewer', track: 'home', count: 3 });
    const written = await publish(ORIGIN, { id: 'fewer', seats: { away: 0, home: 2 } });
    expect(written).toEqual({ ok: false, misfit: 'home-taken' });
    expect(await left('fewer')).toEqual({ away: 20, home: 7 });
  });

  it('are for the two states alone', async () => {
    await publish(ORIGIN, { id: 'theirs' });
    for (const who of [ministry('origin-ministry', 'DE'), ministry('destination-ministry', 'FR')])
      expect(await takeSeats(web.db, who, { id: 'theirs', track: 'away', count: 1 })).toEqual({
        ...{ ok: false, problem: 'missing' },
      });
    expect(await left('theirs')).toEqual({ away: 20, home: 10 });
  });

  it('are given back and not taken once it is closed, until it is opened again', async () => {
    await publish(ORIGIN, { id: 'closes' });
    const move = (count: number) => takeSeats(web.db, ORIGIN, { id: 'closes', track: 'away', count });
    await move(2);
    const close = () => closeOrReopen(web.db, ORIGIN, 'closes', 'close');
    expect([await close(), await close()]).toEqual([true, false]);
    expect([await move(1), await move(-1)]).toEqual([{ ok: false, problem: 'closed' }, { ok: true }]);
    expect(await closeOrReopen(web.db, DESTINATION, 'closes', 'reopen')).toBe(true);
    expect(await move(1)).toEqual({ ok: true });
  });
});

describe('a vacancy', () => {
  it('belongs to an open partnership of its own pathway, as its employer says', async () => {
    const [employer, other] = [await anEmployer(database.db, 'e-trains'), await anEmployer(database.db, 'e-other')];
    await publish(ORIGIN, { id: 'joined' });
    await publish(ORIGIN, { id: 'shut' });
    await closeOrReopen(web.db, ORIGIN, 'shut', 'close');
    const join = (id: string, partnership: string | null, who = employer) =>
      joinPartnership(web.db, who, { id, partnership });
    expect(await join('v-trained', 'joined')).toBe('joined');
    expect((await partnershipOf(web.db, 'v-trained'))?.id).toBe('joined');
    expect([await join('v-other', 'joined'), await join('v-trained', 'shut')]).toEqual(['wrong', 'wrong']);
    expect([await join('v-trained', null, other), await join('no-such', 'joined')]).toEqual(['missing', 'missing']);
    expect((await partnershipOf(web.db, 'v-trained'))?.id).toBe('joined');
    expect(await join('v-trained', null)).toBe('joined');
    expect(await partnershipOf(web.db, 'v-trained')).toBeUndefined();
  });

  it('keeps it when it is published anew, and loses it under another pathway', async () => {
    const employer = await anEmployer(database.db, 'e-keeps');
    const written = (over: { places?: number; pathway?: string }) =>
      importAll(database.db, [aVacancy({ id: 'v-keeps', pathway: 'de-training', employer: 'e-keeps', ...over })]);
    await publish(ORIGIN, { id: 'kept' });
    await written({});
    await joinPartnership(web.db, employer, { id: 'v-keeps', partnership: 'kept' });
    await written({ places: 7 });
    expect((await partnershipOf(web.db, 'v-keeps'))?.id).toBe('kept');
    await written({ pathway: 'de-other' });
    expect(await partnershipOf(web.db, 'v-keeps')).toBeUndefined();
  });
});

describe('a partnership whose pathway changes', () => {
  const change = async (over: Parameters<typeof aPathway>[0]) => {
    await importAll(database.db, [aPathway({ kind: 'training', ...over, id: 'de-changing' })]);
    await recheckPartnerships(database.db, ['de-changing'], ON);
  };
  const stands = async () => ({
    misfit: (await findPartnership(database.db, 'changing'))?.misfit,
    offered: (await openTraining(web.db, 'de-changing')).map(({ id }) => id),
  });
  const fits = { misfit: null, offered: ['changing'] };

  it.each<[string, Parameters<typeof aPathway>[0]]>([
    ['kind', { kind: 'temporary' }],
    ['shut', { status: 'closed' }],
    ['shut', { status: 'suspended' }],
    ['provider', { origins: ['KE'] }],
    ['shut', { effective: { from: '2025-01-01', to: '2026-01-01' } }],
  ])('is flagged (%s) and offered to nobody until it fits again, and is not altered', async (misfit, over) => {
    await change({});
    await publish(ORIGIN, { id: 'changing', pathway: 'de-changing' });
    expect(await stands()).toEqual(fits);
    await change(over);
    expect(await stands()).toEqual({ misfit, offered: [] });
    expect(await takeSeats(web.db, ORIGIN, { id: 'changing', track: 'away', count: 1 })).toEqual({
      ...{ ok: false, problem: 'flagged' },
    });
    await change({});
    expect(await stands()).toEqual(fits);
    const flags = (await auditOf('changing')).filter(({ body }) => body.includes('flag-partnership'));
    expect(flags.slice(-2).map(({ body }) => body.includes(`"misfit":"${misfit}"`))).toEqual([true, true]);
  });

  it('is not published under a pathway that is shut', async () => {
    await change({ status: 'closed' });
    expect(await publish(ORIGIN, { id: 'late', pathway: 'de-changing' })).toEqual({ ok: false, misfit: 'shut' });
  });
});
