import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { MINISTRIES, ROLES, type Who } from '../../app/domain/people/who.ts';
import { acting } from '../../db/acting.server.ts';
import type { Connection } from '../../db/client.server.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';

/** Each table of personal data: its columns beside the account, and the column that names the account. */
const TABLES: Record<string, { own: string; row(account: string): Record<string, unknown> }> = {
  account: { own: 'id', row: (id) => ({ id, locale: 'en', audit_key: 'a'.repeat(64) }) },
  account_address: {
    own: 'account',
    row: (account) => ({ account, kind: 'email', address: `${randomUUID()}@example.org` }),
  },
  account_role: { own: 'account', row: (account) => ({ account, role: 'administrator' }) },
  account_session: {
    own: 'account',
    row: (account) => ({ account, secret_hash: hash(), browser: 'Firefox', ends_at: '2099-01-01' }),
  },
  sign_in_attempt: {
    own: 'account',
    row: (account) => ({
      ...{ account, browser_hash: hash(), purpose: 'add-address', kind: 'email', address: 'a@example.org' },
      ...{ code_hash: hash(), expires_at: '2099-01-01' },
    }),
  },
  account_identity: {
    own: 'account',
    row: (account) => ({ account, issuer: 'https://id.example', subject: randomUUID() }),
  },
  account_passkey: {
    own: 'account',
    row: (account) => ({
      ...{ account, id: randomUUID(), public_key: Buffer.of(1), counter: 0, transports: ['usb'], name: 'Phone' },
    }),
  },
  sign_in_challenge: {
    own: 'account',
    row: (account) => ({
      ...{ account, challenge: hash().slice(0, 43), browser_hash: hash(), purpose: 'add-passkey' },
      expires_at: '2099-01-01',
    }),
  },
  profile: { own: 'account', row: (account) => ({ account, body: '{"type":"profile"}' }) },
  profile_facts: { own: 'profile', row: (profile) => ({ profile }) },
  consent: { own: 'account', row: (account) => ({ account, purpose: 'statistics' }) },
  follow: { own: 'account', row: (account) => ({ account, pathway: `p-${randomUUID()}`, seen: 0 }) },
  data_look: {
    own: 'account',
    row: (account) => ({ account, role: 'origin-ministry', state: 'PH', purpose: 'origin-ministry' }),
  },
};

/** What an account may do with its own rows, an administrator with anybody's; all else is nothing at all. */
const MAY: Record<string, { own: readonly Verb[]; administrator?: readonly Verb[] }> = {
  account: { own: ['select', 'insert', 'update', 'delete'] },
  account_address: { own: ['select', 'insert', 'update', 'delete'] },
  account_role: { own: ['select'], administrator: ['select', 'insert', 'update', 'delete'] },
  account_session: { own: ['select', 'insert', 'update', 'delete'] },
  account_identity: { own: ['select', 'insert', 'update', 'delete'] },
  account_passkey: { own: ['select', 'insert', 'update', 'delete'] },
  sign_in_attempt: { own: [] },
  sign_in_challenge: { own: [] },
  profile: { own: ['select', 'insert', 'update', 'delete'] },
  profile_facts: { own: ['select', 'insert', 'update', 'delete'] },
  consent: { own: ['select', 'insert', 'update', 'delete'] },
  follow: { own: ['select', 'insert', 'update', 'delete'] },
  data_look: { own: ['select'] },
};

const VERBS = ['select', 'insert', 'update', 'delete'] as const;
type Verb = (typeof VERBS)[number];

function hash(): string {
  return `${randomUUID()}${randomUUID()}`.replaceAll('-', '').slice(0, 64);
}

let database: TestDatabase;
let web: Connection;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
});

const insert = (table: string, row: Record<string, unknown>) => sql`
  insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
  values (${sql.join(Object.values(row))})`;

/** An account with a row in every table, written by the owner. */
async function somebody(): Promise<string> {
  const account = randomUUID();
  for (const [table, { row }] of Object.entries(TABLES)) await insert(table, row(account)).execute(database.db);
  return account;
}

/** How many rows of an account a statement reaches; none as well where it is refused outright. */
async function reached(who: Who, verb: Verb, table: string, account: string): Promise<number> {
  const { own = 'account', row } = TABLES[table] ?? {};
  const of = sql`${sql.ref(own)} = ${account}`;
  const statements = {
    select: () => sql`select from ${sql.table(table)} where ${of}`,
    insert: () => insert(table, row?.(account) ?? {}),
    update: () => sql`update ${sql.table(table)} set ${sql.ref(own)} = ${sql.ref(own)} where ${of}`,
    delete: () => sql`delete from ${sql.table(table)} where ${of}`,
  };
  class Undone extends Error {}
  let count = 0;
  try {
    await acting(web.db, who, async (trx) => {
      const { rows, numAffectedRows } = await statements[verb]().execute(trx);
      count = verb === 'select' ? rows.length : Number(numAffectedRows ?? 0n);
      throw new Undone(); // the next one finds all as it was
    });
  } catch (error) {
    if (error instanceof Undone) return count;
    if (error instanceof Error && /row-level security|permission denied/.test(error.message)) return 0;
    throw error;
  }
  return count;
}

const identities: Who[] = [
  { kind: 'visitor' },
  ...ROLES.map((role): Who => ({ kind: 'account', account: randomUUID(), role, state: 'PH' })),
];

const nameOf = (who: Who) => ('role' in who ? who.role : who.kind);

describe.each(Object.keys(TABLES))('rows of %s', (table) => {
  it.each(VERBS)('%s: their account alone, as the table of rights says', async (verb) => {
    const [mine, theirs] = [await somebody(), await somebody()];
    // A second row of the one that an account has but once would be refused for that.
    const only =
      verb === 'insert' && ['account', 'account_role', 'profile', 'profile_facts', 'consent'].includes(table);
    if (only)
      for (const account of [mine, theirs])
        await sql`delete from ${sql.table(table)} where ${sql.ref(TABLES[table]?.own ?? '')} = ${account}`.execute(
          table === 'account' ? web.db : database.db,
        );
    if (only && table === 'account') await database.db.deleteFrom('account').execute();
    for (const identity of identities) {
      const who: Who = identity.kind === 'account' ? { ...identity, account: mine } : identity;
      const rights = MAY[table] ?? { own: [] };
      const asAdministrator = nameOf(who) === 'administrator' && rights.administrator?.includes(verb);
      const own = who.kind === 'account' && (rights.own.includes(verb) || asAdministrator);
      const found = [
        await reached(who, verb, table, mine),
        await reached(who, verb, table, theirs),
        await reached(who, verb, table, randomUUID()).catch(() => 0), // no such account to belong to
      ];
      expect(found, `${nameOf(who)} ${verb} ${table}`).toEqual([own ? 1 : 0, asAdministrator ? 1 : 0, 0]);
    }
  });
});

it('shows nobody anything in a transaction that names nobody', async () => {
  await somebody();
  for (const table of Object.keys(TABLES)) {
    const { rows } = await sql`select from ${sql.table(table)}`.execute(web.db);
    expect(rows, table).toHaveLength(0);
  }
});

it('lets the web process neither rewrite history nor migrate, nor read the audit', async () => {
  const refused = [
    sql`update document_version set recorded_by = 'x'`,
    sql`delete from document_version`,
    sql`delete from kysely_migration`,
    sql`create table mine (id int)`,
    sql`select from consent_handle`,
    sql`select from worker_search`,
    sql`insert into worker_search (xact, vacancy, organisation) values (pg_current_xact_id(), 'v', 'e')`,
    sql`insert into data_look (account, role, purpose) values (${randomUUID()}, 'worker', 'statistics')`,
  ];
  for (const statement of refused) await expect(statement.execute(web.db)).rejects.toThrow(/permission denied/);
});

describe('look_at_profile', () => {
  /** Looks by the id that the labour ministry of Germany has of somebody once it was listed. */
  const look = async (who: Who, whose: string, purpose: string) => {
    await acting(web.db, who, (trx) => sql`select from people_who_agreed(${purpose}, 100, 0)`.execute(trx));
    const handle = await sql<{ id: string }>`
      select h.id from consent_handle h join consent c on c.id = h.consent
      where c.account = ${whose} and c.purpose = ${purpose} and h.office = 'ministry-de'`.execute(database.db);
    const person = handle.rows[0]?.id ?? randomUUID();
    return acting(web.db, who, async (trx) => {
      const { rows } = await sql<{ body: unknown }>`select body from look_at_profile(${person}, ${purpose})`.execute(
        trx,
      );
      return rows[0]?.body ?? null;
    });
  };
  const looksAt = (whose: string) =>
    database.db.selectFrom('data_look').select(['role', 'state', 'purpose']).where('account', '=', whose).execute();

  it.each(MINISTRIES)('shows a %s what was agreed to, and writes the look down', async (role) => {
    const account = await somebody();
    const officer: Who = { kind: 'account', account: randomUUID(), role, state: 'DE' };
    await database.db.deleteFrom('data_look').execute();
    expect(await look(officer, account, role)).toBeNull();
    await database.db.insertInto('consent').values({ account, purpose: role, state: 'PH' }).execute();
    expect(await look(officer, account, role), 'agreed to for another state').toBeNull();
    await database.db.insertInto('consent').values({ account, purpose: role, state: 'DE' }).execute();
    expect(await looksAt(account)).toEqual([]);
    expect(await look(officer, account, role)).toEqual({ type: 'profile' });
    expect(await looksAt(account)).toEqual([{ role, state: 'DE', purpose: role }]);
    await database.db.updateTable('consent').set({ withdrawn_at: new Date() }).where('account', '=', account).execute();
    expect(await look(officer, account, role), 'withdrawn').toBeNull();
    expect(await looksAt(account)).toHaveLength(1);
  });

  it('shows nothing to whoever asks in a role that they do not have', async () => {
    const account = await somebody();
    for (const purpose of MINISTRIES)
      await database.db.insertInto('consent').values({ account, purpose, state: 'DE' }).execute();
    for (const who of identities.filter((one) => !('role' in one) || !MINISTRIES.some((role) => role === one.role)))
      for (const purpose of MINISTRIES) expect(await look(who, account, purpose), nameOf(who)).toBeNull();
  });
});
