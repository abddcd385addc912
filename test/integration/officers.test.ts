import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../app/domain/people/who.ts';
import type { Self } from '../../app/use-cases/people/account-audit.ts';
import { ADMINISTRATORS, officeSeenBy, officesSeenBy, type Step, stepIn } from '../../app/use-cases/people/officers.ts';
import type { Post } from '../../app/use-cases/people/post.ts';
import { beginSession, openSession } from '../../app/use-cases/people/sessions.ts';
import { acting } from '../../db/acting.server.ts';
import type { Connection } from '../../db/client.server.ts';
import { insertAccount, insertAddress, insertRole, listRoles } from '../../db/queries/account.ts';
import { endSessionsOf, listOfficers } from '../../db/queries/officers.ts';
import { insertOffice } from '../../db/queries/organisation.ts';
import { actsUpon } from '../support/audit.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';

const OFFICE = 'ministry-de';
let database: TestDatabase;
let web: Connection;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
  await database.db
    .transaction()
    .execute((trx) => insertOffice(trx, { id: OFFICE, name: 'Labour ministry, Germany', country: 'DE' }));
});

type Letter = Parameters<Post>[1];
let posted: Letter[];
let administrator: Self;
let officer: Signed;
beforeEach(async () => {
  await database.db.deleteFrom('account').execute();
  posted = [];
  administrator = (await signedIn('administrator')).who;
  officer = await signedIn('destination-ministry');
});

type Signed = { who: Self; role: string; email: string; open(): Promise<unknown> };

/** Somebody in a role, who writes in French, signed in as a worker and in that role. */
async function signedIn(role: Exclude<Role, 'worker'>): Promise<Signed> {
  const isOfficer = role === 'destination-ministry';
  const where = { state: isOfficer ? 'DE' : null, organisation: isOfficer ? OFFICE : null };
  return database.db.transaction().execute(async (trx) => {
    const account = await insertAccount(trx, { locale: 'fr', auditKey: 'a'.repeat(64) });
    const email = `${account}@example.org`;
    await insertAddress(trx, account, { kind: 'email', address: email }, new Date(0));
    await insertRole(trx, { account, role, ...where });
    const [given] = await listRoles(trx, account);
    const begin = (actsAs: typeof given | null) =>
      beginSession(trx, { account, actsAs: actsAs ?? null, browser: '', now: new Date() });
    const secrets = [await begin(given), await begin(null)];
    return {
      ...{ who: { kind: 'account', account, role } as const, role: given?.id ?? '', email },
      open: async () => {
        const open = await Promise.all(secrets.map((secret) => openSession(web.db, secret, new Date())));
        return open.map((session) => session?.who.role);
      },
    };
  });
}

const step = (what: Step, over: { by?: Self; office?: string; officer?: string } = {}) => {
  const { by = administrator, office = OFFICE, officer: role = officer.role } = over;
  const doors = { database: web.db, post: async (_trx: unknown, letter: Letter) => void posted.push(letter) };
  const taken = { office, officer: role, step: what, why: 'A phone was lost', publicUrl: 'https://fairway.example' };
  return stepIn(doors, by, taken);
};

describe('an administrator', () => {
  it('finds the officers of an office, and the administrators', async () => {
    expect(await officesSeenBy(web.db, administrator)).toEqual([
      { id: OFFICE, name: 'Labour ministry, Germany', country: 'DE', officers: 1 },
    ]);
    expect(await officeSeenBy(web.db, administrator, OFFICE)).toMatchObject({
      officeName: 'Labour ministry, Germany',
      officers: [{ role: 'destination-ministry', state: 'DE', emails: [officer.email], sessions: 2 }],
    });
    expect(await officeSeenBy(web.db, administrator, ADMINISTRATORS)).toMatchObject({
      officers: [{ account: administrator.account }],
    });
    expect(await officeSeenBy(web.db, administrator, 'no-such-office')).toBeUndefined();
  });

  it('signs an officer out everywhere, who is told why in their language; it stands in the audit', async () => {
    expect(await step('end-sessions')).toBe('done');
    expect(await officer.open()).toEqual([undefined, undefined]);
    expect(posted).toEqual([
      {
        ...{ to: { kind: 'email', address: officer.email }, locale: 'fr' },
        notice: { kind: 'sessions-ended', why: 'A phone was lost', url: 'https://fairway.example/fr/sign-in' },
      },
    ]);
    expect(await actsUpon(database.db, officer.who.account)).toEqual([[OFFICE, 'end-sessions', administrator.account]]);
    expect((await officeSeenBy(web.db, administrator, OFFICE))?.officers).toMatchObject([{ sessions: 0 }]);
  });

  it('takes a role away: sessions in it are over at once, the account stays', async () => {
    expect(await step('remove-officer')).toBe('done');
    expect(await officer.open()).toEqual([undefined, 'worker']);
    expect(posted.map(({ notice }) => notice.kind)).toEqual(['role-ended']);
    expect((await officeSeenBy(web.db, administrator, OFFICE))?.officers).toEqual([]);
    expect(await step('remove-officer')).toBe('missing');
  });

  it('does neither to themselves, nor to whoever acts elsewhere', async () => {
    const own = (await officeSeenBy(web.db, administrator, ADMINISTRATORS))?.officers[0]?.id ?? '';
    for (const what of ['end-sessions', 'remove-officer'] as const) {
      expect(await step(what, { office: ADMINISTRATORS, officer: own })).toBe('own');
      expect(await step(what, { office: ADMINISTRATORS })).toBe('missing');
      expect(await step(what, { officer: randomUUID() })).toBe('missing');
    }
    expect(posted).toEqual([]);
    expect(await officer.open()).toEqual(['destination-ministry', 'worker']);
  });
});

it('nobody else finds an officer or ends a session, also past the use case', async () => {
  for (const role of ROLES.filter((one) => one !== 'administrator')) {
    const by: Self = { kind: 'account', account: randomUUID(), role, state: 'DE', organisation: OFFICE };
    expect(await step('end-sessions', { by })).toBe('missing');
    expect(await acting(web.db, by, (trx) => listOfficers(trx, null))).toEqual([]);
    await acting(web.db, by, (trx) => endSessionsOf(trx, officer.who.account));
  }
  expect(await officer.open()).toEqual(['destination-ministry', 'worker']);
});

it('nobody ends the sessions of a worker but themselves', async () => {
  const ended = sql`update account_role set ended_at = now() where account = ${officer.who.account}`;
  await ended.execute(database.db);
  await acting(web.db, administrator, (trx) => endSessionsOf(trx, officer.who.account));
  expect(await officer.open()).toEqual([undefined, 'worker']);
});
