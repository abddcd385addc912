import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINISTRIES, ROLES, type Role, type Who } from '../../app/domain/people/who.ts';
import { agree, lookAt, looksAt, ownConsents, peopleWhoAgreed, withdraw } from '../../app/use-cases/people/consents.ts';
import { acting } from '../../db/acting.server.ts';
import type { Connection } from '../../db/client.server.ts';
import { listAgreed, lookAtProfile, withdrawConsent } from '../../db/queries/consent.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aWorker } from '../support/workers.ts';

let database: TestDatabase;
let web: Connection;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
});

/** A worker who told where they live. */
const somebody = () => aWorker(database.db, { residence: 'PH' });

type Officer = Parameters<typeof peopleWhoAgreed>[1];

const anOfficer = (role: Role, state = 'DE'): Officer => ({
  who: { kind: 'account', account: randomUUID(), role, state },
});

/** By what an office knows whoever agreed last. */
const lastFor = async (self: Officer): Promise<string> =>
  (await peopleWhoAgreed(web.db, self, 1)).people[0]?.person ?? randomUUID();

const toGermany = { purpose: 'destination-ministry', state: 'DE' } as const;
const officer = anOfficer('destination-ministry');

const actsOf = async (chain: string) =>
  (
    await database.db
      .selectFrom('audit_entry')
      .select(['action', 'body', 'for_whom'])
      .where('chain', '=', chain)
      .orderBy('position')
      .execute()
  ).map(({ action, body, for_whom: forWhom }) => ({ action, forWhom, ...JSON.parse(body) }));

describe('a consent', () => {
  it('is given once, withdrawn once, and given again; all of it dated and in the audit', async () => {
    const worker = await somebody();
    expect(await ownConsents(web.db, worker)).toEqual([]);
    await agree(web.db, worker, toGermany);
    await agree(web.db, worker, toGermany);
    const [given, ...others] = await ownConsents(web.db, worker);
    expect(others).toEqual([]);
    expect(given).toMatchObject({ ...toGermany, givenAt: expect.any(Date), withdrawnAt: null });
    await withdraw(web.db, worker, given?.id ?? 0);
    await withdraw(web.db, worker, given?.id ?? 0);
    await agree(web.db, worker, toGermany);
    expect((await ownConsents(web.db, worker)).map(({ withdrawnAt }) => withdrawnAt === null)).toEqual([true, false]);
    const acts = await actsOf(`account:${worker.who.account}`);
    expect(acts.map(({ action, before, after }) => ({ action, before, after }))).toEqual([
      { action: 'give-consent', after: toGermany },
      { action: 'give-consent', before: toGermany },
      { action: 'give-consent', after: toGermany },
    ]);
  });

  it('is withdrawn by nobody else', async () => {
    const [worker, other] = [await somebody(), await somebody()];
    await agree(web.db, worker, toGermany);
    const [given] = await ownConsents(web.db, worker);
    await withdraw(web.db, other, given?.id ?? 0);
    expect(await ownConsents(web.db, worker)).toMatchObject([{ withdrawnAt: null }]);
  });
});

describe('people who agreed', () => {
  const found = async (self: Officer) => (await peopleWhoAgreed(web.db, self, 1)).people.map(({ person }) => person);

  it.each(MINISTRIES)('are listed to a %s of the state that they named, until they withdraw', async (role) => {
    await database.db.deleteFrom('consent').execute();
    const worker = await somebody();
    await agree(web.db, worker, { purpose: role, state: 'DE' });
    expect(await found(anOfficer(role))).toEqual([expect.not.stringContaining(worker.who.account)]);
    const others = MINISTRIES.filter((other) => other !== role);
    for (const self of [anOfficer(role, 'IT'), ...others.map((other) => anOfficer(other))])
      expect(await found(self)).toEqual([]);
    const [given] = await ownConsents(web.db, worker);
    await withdraw(web.db, worker, given?.id ?? 0);
    expect(await found(anOfficer(role))).toEqual([]);
  });

  it('are known to each office by another id, which stays, opens to it alone, and is another one once they agree anew', async () => {
    await database.db.deleteFrom('consent').execute();
    const worker = await somebody();
    for (const purpose of MINISTRIES) await agree(web.db, worker, { purpose, state: 'DE' });
    const agency: Officer = { who: { ...officer.who, organisation: 'de-agency' } };
    const offices = [officer, agency, anOfficer('origin-ministry')];
    const ids = [];
    for (const office of offices) ids.push(await lastFor(office));
    expect(new Set([...ids, worker.who.account]).size).toBe(4);
    for (const [at, office] of offices.entries()) {
      expect(await lastFor(office)).toBe(ids[at]);
      for (const [of, id] of ids.entries())
        expect((await lookAt(web.db, office, id)) !== undefined, `${at} by the id of ${of}`).toBe(at === of);
      expect(await lookAt(web.db, office, worker.who.account)).toBeUndefined();
    }
    const given = (await ownConsents(web.db, worker)).find(({ purpose }) => purpose === 'destination-ministry');
    await withdraw(web.db, worker, given?.id ?? 0);
    await agree(web.db, worker, toGermany);
    expect(ids).not.toContain(await lastFor(officer));
    expect(await lookAt(web.db, officer, ids[0] ?? '')).toBeUndefined();
  });

  it('are listed to nobody of another role, whatever they ask for', async () => {
    const worker = await somebody();
    for (const purpose of MINISTRIES) await agree(web.db, worker, { purpose, state: 'DE' });
    const visitors: Who[] = [{ kind: 'visitor' }, { kind: 'door' }];
    const roles = ROLES.filter((role) => !MINISTRIES.some((ministry) => ministry === role));
    for (const who of [...visitors, ...roles.map((role) => anOfficer(role).who)])
      for (const purpose of MINISTRIES)
        expect(await acting(web.db, who, (trx) => listAgreed(trx, purpose, { limit: 10, offset: 0 }))).toEqual([]);
  });

  it('without a profile are not listed: there is nothing to be seen', async () => {
    await database.db.deleteFrom('consent').execute();
    const worker = await somebody();
    await agree(web.db, worker, toGermany);
    await database.db.deleteFrom('profile').where('account', '=', worker.who.account).execute();
    expect(await found(officer)).toEqual([]);
  });

  it('come fifty a page, the latest first', async () => {
    await database.db.deleteFrom('consent').execute();
    for (let one = 0; one < 51; one += 1) await agree(web.db, await somebody(), toGermany);
    const first = await peopleWhoAgreed(web.db, officer, 1);
    const second = await peopleWhoAgreed(web.db, officer, 2);
    expect([first.people.length, first.more, second.people.length, second.more]).toEqual([50, true, 1, false]);
    const all = [...first.people, ...second.people];
    expect(new Set(all.map(({ person }) => person)).size).toBe(51);
    expect(all.map(({ agreedAt }) => agreedAt)).toEqual(
      all.map(({ agreedAt }) => agreedAt).toSorted((a, b) => b.getTime() - a.getTime()),
    );
  });
});

describe('a look', () => {
  it('is shown to whom it is at, and stands in the audit of the ministry', async () => {
    const worker = await somebody();
    await agree(web.db, worker, toGermany);
    const person = await lastFor(officer);
    expect(await looksAt(web.db, worker)).toEqual([]);
    expect(await lookAt(web.db, officer, person)).toEqual({ type: 'profile', residence: 'PH' });
    expect(await looksAt(web.db, worker)).toMatchObject([
      { role: 'destination-ministry', state: 'DE', purpose: 'destination-ministry', lookedAt: expect.any(Date) },
    ]);
    const acts = await actsOf('ministry-de');
    expect(acts.filter(({ forWhom }) => forWhom === worker.who.account)).toMatchObject([
      { action: 'look-at-profiles' },
    ]);
  });

  /** Lets the other connection reach the lock that it waits at. */
  const untilWaiting = async () => {
    const waiting = sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await waiting.execute(database.db)).rows[0]?.n).toBe(1);
  };

  it('that has begun is finished and shown before a consent that is withdrawn meanwhile is gone', async () => {
    const worker = await somebody();
    await agree(web.db, worker, toGermany);
    const person = await lastFor(officer);
    const [given] = await ownConsents(web.db, worker);
    let withdrawing: Promise<void> | undefined;
    const seen = await acting(web.db, officer.who, async (trx) => {
      const found = await lookAtProfile(trx, person, 'destination-ministry');
      withdrawing = withdraw(web.db, worker, given?.id ?? 0);
      await untilWaiting();
      return found;
    });
    await withdrawing;
    expect(seen).toBeDefined();
    expect(await looksAt(web.db, worker)).toHaveLength(1);
    expect(await lookAt(web.db, officer, person)).toBeUndefined();
    expect(await looksAt(web.db, worker)).toHaveLength(1);
  });

  it('that begins while a consent is being withdrawn sees nothing, and nothing is written down', async () => {
    const worker = await somebody();
    const { account } = worker.who;
    await agree(web.db, worker, toGermany);
    const person = await lastFor(officer);
    const [given] = await ownConsents(web.db, worker);
    let looking: Promise<unknown> | undefined;
    await acting(web.db, worker.who, async (trx) => {
      await withdrawConsent(trx, account, given?.id ?? 0);
      looking = lookAt(web.db, officer, person);
      await untilWaiting();
    });
    expect(await looking).toBeUndefined();
    expect(await looksAt(web.db, worker)).toEqual([]);
  });
});
