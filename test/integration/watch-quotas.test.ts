import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { follow, following, seen } from '../../app/use-cases/people/following.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { watchQuotas } from '../../app/use-cases/quota/watch-quotas.ts';
import { unseal } from '../../app/use-cases/seal.ts';
import { keyFor } from '../../app/use-cases/secret.ts';
import type { Connection } from '../../db/client.server.ts';
import { allocate } from '../support/allocate.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { gate } from '../support/search-jobs.ts';

const SECRET = 's'.repeat(32);
const today = () => new Date().toISOString().slice(0, 10);
const always = { from: '2020-01-01' };

let database: TestDatabase;
let web: Connection;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
});

const watch = () => watchQuotas({ db: database.db, secret: SECRET, publicUrl: 'https://fairway.example' }, today());

/** Somebody who is told by e-mail, in a language. */
async function somebody(locale: string) {
  const account = randomUUID();
  await database.db
    .insertInto('account')
    .values({ id: account, locale, audit_key: 'a'.repeat(64) })
    .execute();
  const address = `${account}@example.org`;
  await database.db.insertInto('account_address').values({ kind: 'email', address, account }).execute();
  return { address, who: { kind: 'account', account, role: 'worker' } } as const;
}

let serial = 0;
let id: string;
let quota: string;
let person: Awaited<ReturnType<typeof somebody>>;
beforeEach(async () => {
  id = `watched-${++serial}`;
  quota = `${id}-all`;
  const { problems } = await importAll(
    database.db,
    [
      aPathway({ id, name: { en: 'Farm work', es: 'Trabajo agrícola' } }),
      aQuota({ id: quota, pathway: id, places: 20, period: always, label: { en: 'All of it' } }),
      aQuota({ id: `${id}-part`, pathway: id, places: 10, period: always, parent: quota }),
    ],
    { onDocuments: projectChanged },
  );
  expect(problems).toEqual([]);
  person = await somebody('en');
  await follow(web.db, person, id);
});

const Sealed = z.object({ sealed: z.string() });
const Letter = z.object({
  to: z.object({ address: z.string() }),
  message: z.object({ subject: z.string(), text: z.string() }),
});

/** What was asked to be sent to somebody, in its order. */
async function lettersTo({ address }: { address: string }) {
  const { rows } = await sql<{ payload: unknown }>`
    select payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = 'send-message' order by job.id`.execute(database.db);
  return rows
    .map(({ payload }) =>
      Letter.parse(JSON.parse(unseal(keyFor(SECRET, 'messages'), Sealed.parse(payload).sealed) ?? 'null')),
    )
    .filter(({ to }) => to.address === address)
    .map(({ message }) => message);
}
const subjectsTo = async (one = person) => (await lettersTo(one)).map(({ subject }) => subject);

const newsOf = async (one = person) => {
  const { followed, until } = await following(web.db, one, today());
  return { news: followed.flatMap(({ news }) => news.map(({ type, id: of }) => [type, of])), until };
};

const levels = async () =>
  (
    await sql<{ quota: string; level: string }>`
      select quota, level from quota_level where quota like ${`${id}%`} order by quota`.execute(database.db)
  ).rows;

it('tells nothing of what it sees for the first time', async () => {
  await allocate(database.db, { quota, places: 20 });
  await watch();
  expect(await levels()).toEqual([{ quota, level: 'full' }]);
  expect(await subjectsTo()).toEqual([]);
  expect(await newsOf()).toEqual({ news: [], until: null });
});

it('tells each change once, in the language of each follower, and where to read on', async () => {
  const spaniard = await somebody('es');
  await follow(web.db, spaniard, id);
  await watch();
  await allocate(database.db, { quota: `${id}-part`, places: 10 });
  await watch();
  expect(await subjectsTo()).toEqual([]);
  const last = await allocate(database.db, { quota, places: 8 });
  await watch();
  await watch();
  expect(await subjectsTo()).toEqual(['Few places left: Farm work']);
  expect((await newsOf()).news).toEqual([['low', quota]]);
  await allocate(database.db, { quota, places: 2 });
  await watch();
  expect((await newsOf()).news).toEqual([['gone', quota]]);
  await last.release();
  await watch();
  await watch();
  expect(await subjectsTo()).toEqual([
    'Few places left: Farm work',
    'No places left: Farm work',
    'Places opened: Farm work',
  ]);
  const [low] = await lettersTo(spaniard);
  expect(low?.subject).toBe('Quedan pocas plazas: Trabajo agrícola');
  expect(low?.text).toMatch(/Trabajo agrícola – All of it\n/);
  expect(low?.text.split('\n').at(-1)).toBe(`https://fairway.example/es/pathways/${id}#places`);
});

it('shows on the page of what one follows the last of it, until it is seen, and none of it to who follows later', async () => {
  await watch();
  await allocate(database.db, { quota, places: 20 });
  await watch();
  const later = await somebody('en');
  await follow(web.db, later, id);
  expect(await newsOf(later)).toEqual({ news: [], until: null });
  const { news, until } = await newsOf();
  expect(news).toEqual([['gone', quota]]);
  await importAll(database.db, [aPathway({ id, name: { en: 'Farm work' }, status: 'closed' })]);
  await seen(web.db, person, until ?? 0);
  expect((await newsOf()).news).toEqual([['pathway', id]]);
  expect((await newsOf(later)).news).toEqual([['pathway', id]]);
});

it('says nothing of more places while there were some, of targets, of parts, and of what is not in force', async () => {
  const other = (over: object) => aQuota({ pathway: id, places: 10, period: always, ...over });
  await importAll(database.db, [
    other({ id: `${id}-target`, kind: 'target' }),
    other({ id: `${id}-past`, period: { from: '2020-01-01', to: '2020-12-31' } }),
  ]);
  const held = await allocate(database.db, { quota, places: 18 });
  await watch();
  expect(await levels()).toEqual([{ quota, level: 'low' }]);
  await held.release();
  await allocate(database.db, { quota: `${id}-part`, places: 10 });
  await allocate(database.db, { quota: `${id}-target`, places: 10 });
  await watch();
  expect(await levels()).toEqual([{ quota, level: 'open' }]);
  expect(await subjectsTo()).toEqual([]);
});

it('sorts by what is left now', async () => {
  const held = async () => {
    const { places, entry } = await database.db
      .selectFrom('search_pathway')
      .select(['places', 'entry'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return [places, entry.places];
  };
  await allocate(database.db, { quota, places: 3 });
  expect(await held()).toEqual([20, 20]);
  await watch();
  expect(await held()).toEqual([17, 17]);
});

/** Sessions of this database that wait for a lock of another. */
async function waiting(): Promise<number[]> {
  const { rows } = await database.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.map(({ pid }) => pid);
}

async function untilWaiting(count: number): Promise<number[]> {
  for (;;) {
    const pids = await waiting();
    if (pids.length >= count) return pids;
    await sleep(20);
  }
}

/** Keeps the level of the quota locked while `work` goes on. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  const [locked, go] = [gate(), gate()];
  const holding = database.db.transaction().execute(async (trx) => {
    await sql`select from quota_level where quota = ${quota} for update`.execute(trx);
    locked.open();
    await go.opened;
  });
  await locked.opened;
  await work().finally(go.open);
  await holding;
}

it('tells once though two look at the same time', async () => {
  await watch();
  await allocate(database.db, { quota, places: 20 });
  let looking: Promise<unknown> = Promise.resolve();
  await whileLocked(async () => {
    looking = Promise.all([watch(), watch()]);
    await untilWaiting(2);
  });
  await looking;
  expect(await subjectsTo()).toEqual(['No places left: Farm work']);
});

it('has told nobody where it is killed, and tells the next time', async () => {
  await watch();
  await allocate(database.db, { quota, places: 20 });
  await whileLocked(async () => {
    const killed = expect(watch()).rejects.toThrow();
    const [pid] = await untilWaiting(1);
    await database.pool.query('select pg_terminate_backend($1)', [pid]);
    await killed;
  });
  expect(await levels()).toEqual([{ quota, level: 'open' }]);
  expect(await subjectsTo()).toEqual([]);
  await watch();
  expect(await subjectsTo()).toEqual(['No places left: Farm work']);
});
