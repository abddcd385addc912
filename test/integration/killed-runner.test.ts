import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { startWorker } from '../../search/worker.server.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { startRunner } from '../support/killable-runner.ts';
import { silent } from '../support/silent.ts';

const LOOK_EVERY_MS = 50;

async function holder({ db }: TestDatabase): Promise<string | null | undefined> {
  const { rows } = await sql<{ holder: string | null }>`
    select locked_by as holder from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id where task.identifier = 'stuck'`.execute(db);
  return rows[0]?.holder;
}

it('a job of a runner that lives is its own, however long it takes; of one that was killed it is taken over', async () => {
  const database = await freshDatabase();
  await sql`select ask_for_job('stuck', '{}', null, 3)`.execute(database.db);
  const other = await startRunner('stuck-runner.ts', database.url);
  const theirs = await holder(database);
  let taken = 0;
  const ours = await startWorker({
    ...{ connection: database, log: silent, lookEveryMs: LOOK_EVERY_MS },
    tasks: {
      stuck: async () => {
        taken += 1;
      },
    },
  });
  try {
    await sleep(20 * LOOK_EVERY_MS);
    expect([await holder(database), taken]).toEqual([theirs, 0]);
    await other.kill();
    await expect.poll(() => holder(database), { timeout: 30_000 }).toBeUndefined();
    expect(taken).toBe(1);
  } finally {
    await other.kill();
    await ours.stop();
  }
}, 60_000);

it('a runner whose locks are cut holds them again', async () => {
  const database = await freshDatabase();
  await sql`select ask_for_job('stuck', '{}', null, 3)`.execute(database.db);
  const other = await startRunner('stuck-runner.ts', database.url);
  try {
    await sleep(10 * LOOK_EVERY_MS);
    const held = () =>
      sql`select from pg_locks where locktype = 'advisory' and classid = ${0x66617214}::oid
        and database = (select oid from pg_database where datname = current_database())`.execute(database.db);
    expect((await held()).rows.length).toBeGreaterThan(0);
    await sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = ${0x66617214}::oid
      and database = (select oid from pg_database where datname = current_database())`.execute(database.db);
    await expect.poll(async () => (await held()).rows.length, { timeout: 10_000 }).toBeGreaterThan(0);
  } finally {
    await other.kill();
  }
}, 60_000);

it('a runner that looks again before it is done looking gives back every connection', async () => {
  const database = await freshDatabase();
  const ours = await startWorker({ ...{ connection: database, log: silent, lookEveryMs: 1 }, tasks: {} });
  await sleep(500);
  await ours.stop();
  const { totalCount, idleCount } = database.pool;
  expect(totalCount - idleCount).toBe(0);
}, 60_000);
