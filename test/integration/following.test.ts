import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { follow, following, follows, seen, unfollow } from '../../app/use-cases/people/following.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { tellFollowers } from '../../app/use-cases/publishing/tell-followers.ts';
import type { Connection } from '../../db/client.server.ts';
import { freshWeb, type TestDatabase } from '../support/database.ts';
import { aPathway, aQuota } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

let database: TestDatabase;
let web: Connection;
beforeAll(async () => {
  ({ database, web } = await freshWeb());
});

const ON = '2026-06-01';

async function somebody() {
  const account = randomUUID();
  await database.db
    .insertInto('account')
    .values({ id: account, locale: 'en', audit_key: 'a'.repeat(64) })
    .execute();
  return { who: { kind: 'account', account, role: 'worker' } } as const;
}

let serial = 0;
let id: string;
let person: Awaited<ReturnType<typeof somebody>>;
beforeEach(async () => {
  id = `de-${++serial}`;
  await importAll(database.db, [aPathway({ id }), aQuota({ id: `q-${serial}`, pathway: id })]);
  person = await somebody();
  await follow(web.db, person, id);
});

const newsOf = async (one = person) => {
  const { followed, until } = await following(web.db, one, ON);
  return { news: followed.map(({ id: pathway, news }) => [pathway, news.map(({ type }) => type)]), until };
};

it('begins with nothing new', async () => {
  expect(await newsOf()).toEqual({ news: [[id, []]], until: null });
  expect(await follows(web.db, person, id)).toBe(true);
});

it('tells a changed rule and a changed quota of the pathway alone, until they are seen', async () => {
  await importAll(database.db, [
    aPathway({ id, status: 'closed' }),
    aQuota({ id: `q-${serial}`, pathway: id, places: 7 }),
    aPathway({ id: `other-${serial}` }),
  ]);
  const { news, until } = await newsOf();
  expect(news).toEqual([[id, ['quota', 'pathway']]]);
  await seen(web.db, person, until ?? 0);
  expect((await newsOf()).news).toEqual([[id, []]]);
});

it('keeps what came while somebody read the list, and takes no day ahead', async () => {
  await importAll(database.db, [aPathway({ id, status: 'closed' })]);
  const { until } = await newsOf();
  await importAll(database.db, [aPathway({ id, status: 'suspended' })]);
  await seen(web.db, person, until ?? 0);
  expect((await newsOf()).news).toEqual([[id, ['pathway']]]);
  await seen(web.db, person, Number.MAX_SAFE_INTEGER);
  expect((await newsOf()).news).toEqual([[id, ['pathway']]]);
});

it('ends, and is nobody else’s', async () => {
  const other = await somebody();
  expect(await follows(web.db, other, id)).toBe(false);
  await unfollow(web.db, other, id);
  expect(await follows(web.db, person, id)).toBe(true);
  await follow(web.db, person, id);
  await unfollow(web.db, person, id);
  expect(await newsOf()).toEqual({ news: [], until: null });
  const acts = await database.db
    .selectFrom('audit_entry')
    .select(['chain', 'action'])
    .where('actor', '=', person.who.account)
    .orderBy('position')
    .execute();
  expect(acts.map(({ action }) => action)).toEqual(['follow-pathway', 'unfollow-pathway']);
  expect(new Set(acts.map(({ chain }) => chain))).toEqual(new Set([`account:${person.who.account}`]));
});

const jobsOf = async (task: string) => {
  const { rows } = await sql<{ payload: unknown }>`
    select payload from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
    where task.identifier = ${task} order by job.id`.execute(database.db);
  return rows.map(({ payload }) => payload);
};

it('asks, with what changed, for the followers to be told, and tells each once by e-mail', async () => {
  const { account } = person.who;
  const address = `${account}@example.org`;
  await database.db.insertInto('account_address').values({ kind: 'email', address, account }).execute();
  await follow(web.db, person, `other-of-${serial}`);
  const byPhone = await somebody();
  await follow(web.db, byPhone, id);
  await importAll(database.db, [aQuota({ id: `q-${serial}`, pathway: id, places: 9 })], {
    onDocuments: projectChanged,
  });
  expect((await jobsOf('tell-followers')).at(-1)).toEqual({ pathways: [id] });
  const before = (await jobsOf('send-message')).length;
  const doors = { db: database.db, secret: 's'.repeat(32), publicUrl: 'https://fairway.example' };
  await tellFollowers(doors, [id, `other-of-${serial}`]);
  const asked = await jobsOf('send-message');
  expect(asked).toHaveLength(before + 1);
  expect(JSON.stringify(asked)).not.toContain(account); // nobody reads there who follows what
});

it('asks for nothing where nothing changed', async () => {
  const before = (await jobsOf('tell-followers')).length;
  await importAll(database.db, [aPathway({ id })], { onDocuments: projectChanged });
  expect(await jobsOf('tell-followers')).toHaveLength(before);
});
