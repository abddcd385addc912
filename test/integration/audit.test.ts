import { randomUUID } from 'node:crypto';
import { Logger, runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../app/domain/people/who.ts';
import { chanceOf } from '../../app/domain/population/chance.ts';
import { anchorAudit, anchoring } from '../../app/use-cases/audit/anchor-audit.ts';
import { appendAudit } from '../../app/use-cases/audit/append-audit.ts';
import { hashOfEntry } from '../../app/use-cases/audit/hash.ts';
import { verifyAudit, verifyAuditNow } from '../../app/use-cases/audit/verify-audit.ts';
import { connect, type Db, type Writer } from '../../db/client.server.ts';
import { hasAuditAnchor, streamAuditEntries } from '../../db/queries/audit.ts';
import { note } from '../support/audit.ts';
import { TAMPERINGS, type Tampering, type Target } from '../support/audit-tampering.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { SEED } from '../support/repeatable.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await freshDatabase();
  ({ db } = database);
});

const positionsOf = async (chain: string) => {
  const rows = await db
    .selectFrom('audit_entry')
    .select('position')
    .where('chain', '=', chain)
    .orderBy('position')
    .execute();
  return rows.map(({ position }) => position);
};

const entriesOf = (chain: string) =>
  db.transaction().execute(async (trx) => {
    const found = [];
    for await (const entry of streamAuditEntries(trx)) if (entry.chain === chain) found.push(entry);
    return found;
  });

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const expectSound = async () => {
  const report = await verifyAuditNow(db);
  expect(report).toMatchObject({ broken: [], brokenAnchor: undefined });
  return report;
};

describe('entries', () => {
  it('stand one after the other however many write at once, to one chain or to several', async () => {
    const chains = ['race-a', 'race-b', 'race-c'];
    await Promise.all(upTo(60).map((each) => note(db, chains[each % 3] ?? 'race-a', `act ${each}`)));
    for (const chain of chains) expect(await positionsOf(chain)).toEqual(upTo(20));
    await expectSound();
  });

  it('begin a chain once, however many begin it at once', async () => {
    for (const round of upTo(20)) {
      await Promise.all(upTo(5).map((each) => note(db, `new-${round}`, `act ${each}`)));
      expect(await positionsOf(`new-${round}`)).toEqual(upTo(5));
    }
    await expectSound();
  });

  it('are taken back with their transaction, and leave no gap', async () => {
    await note(db, 'undone', 'kept');
    const failing = db.transaction().execute(async (trx) => {
      for (const chain of ['undone', 'never-begun'])
        await appendAudit(trx, { chain, who: SYSTEM, action: 'note', object: { type: 'note', id: 'x' } });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    await note(db, 'undone', 'kept, too');
    expect(await positionsOf('undone')).toEqual([1, 2]);
    expect(await positionsOf('never-begun')).toEqual([]);
    await expectSound();
  });

  it.each([
    ['emoji', '👩🏽‍🌾🇳🇵'],
    ['quotes and backslashes', `'"\\" $$ \\n \\u0000 %s`],
    ['scripts, marks and line separators', 'العربية\u200f नेपाली e\u0301\u2028\n\t\u0001\u{10ffff}'],
    ['a megabyte', 'ä'.repeat(524_288)],
  ])('of %s are hashed alike in SQL and here, and read as they were written', async (name, why) => {
    const chain = `awkward-${name.replaceAll(' ', '-').replaceAll(',', '')}`;
    await note(db, chain, why);
    await note(db, chain, why);
    const entries = await entriesOf(chain);
    expect(entries.map(hashOfEntry)).toEqual(entries.map(({ hash }) => hash));
    expect(entries.map(({ body }) => JSON.parse(body).why)).toEqual([why, why]);
  });

  it('are not written where they cannot be stored as they are, and take the act back with them', async () => {
    await expect(note(db, 'refused', 'x\0')).rejects.toThrow('body/why of an audit entry holds U+0000');
    await expect(sql`select append_audit('refused', '{"why": "no more"}')`.execute(db)).rejects.toThrow('actor');
    await expect(sql`select append_audit('two words', '{}')`.execute(db)).rejects.toThrow('audit_chain_chain_check');
    expect(await positionsOf('refused')).toEqual([]);
  });

  it('are found by who, for whom and what', async () => {
    const [account, worker] = [randomUUID(), randomUUID()];
    await db.transaction().execute((trx) =>
      appendAudit(trx, {
        chain: 'office',
        who: { kind: 'account', account, role: 'destination-ministry', state: 'DE' },
        forWhom: worker,
        action: 'decide-case',
        object: { type: 'case', id: 'c-1' },
      }),
    );
    expect(await db.selectFrom('audit_entry').selectAll().where('actor', '=', account).execute()).toMatchObject([
      { chain: 'office', position: 1, for_whom: worker, action: 'decide-case', object_type: 'case', object_id: 'c-1' },
    ]);
  });

  it.each(['audit_entry', 'audit_anchor', 'audit_anchored'])('are never changed or deleted: %s', async (table) => {
    const refused = 'never changed or deleted';
    await expect(sql`delete from ${sql.table(table)}`.execute(db)).rejects.toThrow(refused);
    await expect(sql`truncate ${sql.table(table)} cascade`.execute(db)).rejects.toThrow(refused);
    const column = table === 'audit_anchored' ? 'head' : 'hash';
    await expect(sql`update ${sql.table(table)} set ${sql.id(column)} = 'x'`.execute(db)).rejects.toThrow(refused);
  });

  it('are written by an account that may do nothing else with them', async () => {
    const clerk = `clerk_${randomUUID().replaceAll('-', '')}`;
    await sql`create role ${sql.id(clerk)} login password ${sql.lit(clerk)}`.execute(db);
    try {
      const url = new URL(database.url);
      [url.username, url.password] = [clerk, clerk];
      const theirs = connect(url.href, () => undefined, { max: 1 });
      await expect(note(theirs.db, 'clerk', 'before it may')).rejects.toThrow('permission denied');
      await sql`grant execute on function append_audit to ${sql.id(clerk)}`.execute(db);
      await note(theirs.db, 'clerk', 'written');
      for (const forbidden of ['select from audit_entry', 'update audit_chain set length = 0', 'select anchor_audit()'])
        await expect(sql.raw(forbidden).execute(theirs.db)).rejects.toThrow('permission denied');
      // Rights on the tables, given out with those on all tables, open no row of them.
      await sql`grant all on audit_entry, audit_chain to ${sql.id(clerk)}`.execute(db);
      expect(await theirs.db.selectFrom('audit_entry').select('chain').execute()).toEqual([]);
      await sql`update audit_chain set length = length + 1`.execute(theirs.db);
      await expect(sql`insert into audit_chain (chain) values ('theirs')`.execute(theirs.db)).rejects.toThrow('policy');
      await note(theirs.db, 'clerk', 'written, too');
      await theirs.close();
      expect(await positionsOf('clerk')).toEqual([1, 2]);
      await expectSound();
    } finally {
      await sql`drop owned by ${sql.id(clerk)}`.execute(db);
      await sql`drop role ${sql.id(clerk)}`.execute(db);
    }
  });
});

describe('an import', () => {
  const imports = () =>
    db
      .selectFrom('audit_entry')
      .select(['actor', 'object_id', 'body'])
      .where('action', '=', 'import-documents')
      .execute();

  it('is one entry, whatever it brings, and none where nothing changed or all is taken back', async () => {
    const documents = [aPathway(), ...upTo(600).map((each) => aQuota({ id: `audited-${each}` }))];
    await importAll(db, documents);
    await importAll(db, documents);
    await importAll(db, [aPathway({ id: 'tried' })], { dryRun: true });
    await importAll(db, [aQuota({ id: 'refused', pathway: 'nowhere' })]);
    const [entry, ...others] = await imports();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ actor: 'system', object_id: 'test.ndjson' });
    const { after } = JSON.parse(entry?.body ?? '');
    const { rows } = await sql<{ digest: string }>`
      select encode(sha256(convert_to(string_agg(concat_ws(' ', type, document_id, version, hash) || E'\n', '' order by id), 'UTF8')), 'hex') as digest
      from document_version`.execute(db);
    expect(after).toEqual({ created: 601, updated: 0, unchanged: 0, versions: rows[0]?.digest });
    await expectSound();
  });
});

describe('an anchor', () => {
  it('is made over what grew since the one before, and not where nothing did', async () => {
    await note(db, 'anchored', 'first');
    const first = await anchorAudit(db);
    expect(await anchorAudit(db)).toBeUndefined();
    await note(db, 'anchored', 'second');
    const heard: unknown[] = [];
    await sql`select graphile_worker.add_job('anchor-audit')`.execute(db);
    await runOnce({
      pgPool: database.pool,
      taskList: anchoring(db, { info: (said: unknown) => heard.push(said) }),
      logger: new Logger(() => () => undefined),
    });
    const { newestAnchor } = await expectSound();
    expect(heard).toEqual([{ anchor: Number(first?.position) + 1, hash: newestAnchor?.hash }]);
    expect(newestAnchor).toMatchObject({ position: Number(first?.position) + 1, previous: first?.hash });
    expect(await hasAuditAnchor(db, first?.hash ?? '')).toBe(true);
    expect(await hasAuditAnchor(db, '0'.repeat(64))).toBe(false);
    const seen = await db
      .selectFrom('audit_anchored')
      .select('chain')
      .where('anchor', '=', newestAnchor?.position ?? 0);
    expect(await seen.execute()).toEqual([{ chain: 'anchored' }]);
  });

  it('is one after the other when several are made at once, while others write', async () => {
    await Promise.all(upTo(20).flatMap((each) => [note(db, 'busy', `act ${each}`), anchorAudit(db)]));
    await expectSound();
  });
});

describe('tampering', () => {
  const CHAINS = ['site', 'ministry:NP', 'account:0b9f6a52-0d0e-4f86-9a52-3f6a0b9f6a52', 'employer-a', 'zz'];
  const LENGTH = 16;
  let victim: TestDatabase;
  beforeAll(async () => {
    victim = await freshDatabase();
    for (const round of upTo(LENGTH)) {
      for (const chain of CHAINS) await note(victim.db, chain, `act ${round}`);
      if (round % 8 === 0) await anchorAudit(victim.db);
    }
  });

  const sound = { entries: CHAINS.length * LENGTH, chains: CHAINS.length, broken: [], brokenAnchor: undefined };

  /** As the database's owner, whom no trigger stops; taken back afterwards. */
  async function asItsMaster<T>(work: (trx: Writer) => Promise<T>): Promise<T> {
    const trx = await victim.db.startTransaction().execute();
    try {
      await sql`set local session_replication_role = replica`.execute(trx);
      return await work(trx);
    } finally {
      await trx.rollback().execute();
    }
  }

  it('1,000 of 1,000 times is found, and nothing is where there was none', async () => {
    const chance = chanceOf(SEED);
    const ways = Object.entries<Tampering>(TAMPERINGS);
    const unfound: [string, Target][] = [];
    expect(await verifyAuditNow(victim.db)).toMatchObject(sound);
    await asItsMaster(async (trx) => {
      for (const turn of upTo(1_000)) {
        const [name, tamper] = ways[turn % ways.length] ?? ways[0] ?? [];
        const chain = chance.one(CHAINS) ?? '';
        const target: Target = { chain, position: chance.whole(1, LENGTH), length: LENGTH };
        await sql`savepoint untouched`.execute(trx);
        await tamper?.(trx, target, chance);
        const { broken, brokenAnchor } = await verifyAudit(trx);
        if (broken.length === 0 && brokenAnchor === undefined) unfound.push([name ?? '', target]);
        await sql`rollback to savepoint untouched`.execute(trx);
      }
      expect(await verifyAudit(trx)).toMatchObject(sound);
    });
    expect(unfound).toEqual([]);
    expect(await verifyAuditNow(victim.db)).toMatchObject(sound);
  });

  it.each<[keyof typeof TAMPERINGS, object]>([
    ['what it says', { position: 10, fault: 'altered' }],
    ['its time, by a microsecond', { position: 10, fault: 'altered' }],
    ['what it says, and its hash with it', { position: 11, fault: 'unlinked' }],
    ['what it says, and every hash after it', { position: 16, fault: 'rewritten', anchor: 2 }],
    ['deleted from the middle', { position: 10, fault: 'missing' }],
    ['cut at the end', { position: 10, fault: 'missing' }],
    ['cut at the end, and counted anew', { position: 10, fault: 'missing', anchor: 2 }],
    ['the whole chain gone', { position: 1, fault: 'missing', anchor: 1 }],
    ['the count of the chain gone', { position: 1, fault: 'extra' }],
    ['deleted, and the others moved up and hashed anew', { position: 16, fault: 'missing', anchor: 2 }],
    ['one put in', { position: 11, fault: 'altered' }],
    ['one put in, and every hash after it', { position: 16, fault: 'rewritten', anchor: 2 }],
  ])('is told by the first broken entry: %s', async (way, broken) => {
    const tamper: Tampering = TAMPERINGS[way];
    const report = await asItsMaster(async (trx) => {
      await tamper(trx, { chain: 'ministry:NP', position: 10, length: LENGTH }, chanceOf(1));
      return verifyAudit(trx);
    });
    expect(report.broken).toEqual([{ chain: 'ministry:NP', ...broken }]);
  });
});
