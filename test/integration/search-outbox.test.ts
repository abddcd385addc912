import { readFileSync } from 'node:fs';
import path from 'node:path';
import { makeWorkerUtils, parseCrontab } from 'graphile-worker';
import { beforeEach, describe, expect, it } from 'vitest';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import { connect } from '../../db/client.server.ts';
import { openCluster } from '../../db/embedded/cluster.ts';
import { migrate } from '../../db/migrate.ts';
import { indexesNamed } from '../../search/copies.ts';
import { connectMeilisearch } from '../../search/meilisearch.server.ts';
import { REGULAR_SYNC } from '../../search/outbox.ts';
import { isSynced, syncIndex } from '../../search/sync.server.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway } from '../support/documents.ts';
import { FAULTS, flakyServer, hang } from '../support/flaky-server.ts';
import { importAll } from '../support/imports.ts';
import { scratchFolder, start } from '../support/processes.ts';
import { committedNames, gate, syncJobs, untilBlocked, withWorker, write } from '../support/search-jobs.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});

const jobs = () => syncJobs(database.db);
const names = () => committedNames(database.db);
const noJobs = () => expect.poll(jobs, { timeout: 20_000 }).toEqual([]);

/** Stands for an index: it holds what was committed when it was last brought up to date. */
function aCopy() {
  const copy: { holds: string[] } = { holds: [] };
  const sync = async () => {
    copy.holds = await names();
  };
  return { copy, sync };
}

describe('a write and the word to the index', () => {
  it('are seen together, from the commit on', async () => {
    const [paused, go] = [gate(), gate()];
    const writing = importAll(database.db, [aPathway({ name: { en: 'new' } })], {
      onDocuments: async (trx, changed) => {
        await projectChanged(trx, changed);
        paused.open();
        await go.opened;
      },
    });
    await paused.opened;
    expect([await names(), await jobs()]).toEqual([[], []]);
    go.open();
    await writing;
    expect([await names(), await jobs()]).toEqual([['new'], [{ state: 'waits', attempts: 0 }]]);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'an import that fails after its projection',
      () =>
        importAll(database.db, [aPathway({ name: { en: 'new' } })], {
          onDocuments: async (trx, changed) => {
            await projectChanged(trx, changed);
            throw new Error('the last moment');
          },
        }).catch((error: Error) => expect(error.message).toBe('the last moment')),
    ],
    [
      'a file with one broken document',
      () =>
        importAll(database.db, [aPathway({ name: { en: 'new' } }), { type: 'pathway' }], {
          onDocuments: projectChanged,
        }),
    ],
    [
      'a dry run',
      () => importAll(database.db, [aPathway({ name: { en: 'new' } })], { onDocuments: projectChanged, dryRun: true }),
    ],
    ['the same file again', () => write(database.db, 'de-test', 'old')],
  ])('%s leaves neither', async (_, importing) => {
    const { copy, sync } = aCopy();
    await write(database.db, 'de-test', 'old');
    await withWorker(database, sync, noJobs);
    await importing();
    expect([await names(), await jobs()]).toEqual([['old'], []]);
    expect(copy.holds).toEqual(['old']);
  });
});

describe('the job', () => {
  it('is one for all the writes that wait for a runner, and catches up with all of them', async () => {
    for (const id of ['a', 'b', 'c']) await write(database.db, id);
    await write(database.db, 'a', 'a again');
    expect(await jobs()).toEqual([{ state: 'waits', attempts: 0 }]);
    const { copy, sync } = aCopy();
    await withWorker(database, sync, noJobs);
    expect(copy.holds).toEqual(['a again', 'b', 'c']);
  });

  it('is another one for a write that commits while the first runs, for that one may have read before', async () => {
    const [reading, go] = [gate(), gate()];
    const { copy, sync } = aCopy();
    await write(database.db, 'a');
    await withWorker(
      database,
      async () => {
        await sync();
        reading.open();
        await go.opened;
      },
      async () => {
        await reading.opened;
        await write(database.db, 'b');
        go.open();
        await noJobs();
      },
    );
    expect(copy.holds).toEqual(['a', 'b']);
  });

  it('is not lost where a runner takes the one that waits at the very moment of a write', async () => {
    await write(database.db, 'a');
    const runner = await database.pool.connect();
    await runner.query('begin');
    await runner.query('update graphile_worker._private_jobs set locked_at = now(), attempts = attempts + 1');
    const writing = write(database.db, 'b');
    await untilBlocked(database);
    await runner.query('commit');
    runner.release();
    await writing;
    expect(await jobs()).toContainEqual({ state: 'waits', attempts: 0 });
  });

  it('is tried again where it throws, and finds what was written meanwhile', async () => {
    const { copy, sync } = aCopy();
    let tries = 0;
    await write(database.db, 'a');
    await withWorker(
      database,
      async () => {
        tries++;
        if (tries === 1) throw new Error('the index is away');
        await sync();
      },
      async () => {
        await expect.poll(jobs).toEqual([{ state: 'waits', attempts: 1 }]);
        expect(copy.holds).toEqual([]);
        await noJobs();
      },
    );
    expect(copy.holds).toEqual(['a']);
  });
});

it.each(['answers 500', 'answers an empty object', 'hangs up'])(
  'a sync to a Meilisearch that %s is still to be done, and nothing is taken for done',
  async (fault) => {
    const { url } = await flakyServer(FAULTS[fault] ?? hang);
    const index = indexesNamed('test', connectMeilisearch(url, undefined)).pathways;
    await write(database.db, 'a');
    await withWorker(
      database,
      () => syncIndex(database.db, index),
      async () => {
        await expect.poll(async () => (await jobs())[0]?.attempts, { timeout: 20_000 }).toBeGreaterThan(0);
        await expect.poll(async () => (await jobs())[0]?.state).toBe('waits');
      },
    );
    expect(await isSynced(database.db, index)).toBe(false);
  },
);

it('a runner outlives a database that dies and comes back', { timeout: 120_000 }, async () => {
  const folder = await scratchFolder();
  const cluster = await openCluster(folder, 'server');
  const connection = connect(cluster.url, () => undefined);
  try {
    await migrate(connection);
    const found: string[][] = [];
    const sync = async () => void found.push(await committedNames(connection.db));
    await withWorker(connection, sync, async () => {
      await write(connection.db, 'before');
      await expect.poll(() => found.at(-1)).toEqual(['before']);
      const [postmaster] = readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(postmaster), 'SIGKILL');
      const writeAgain = () =>
        write(connection.db, 'after').then(
          () => true,
          () => false,
        );
      await expect.poll(writeAgain, { timeout: 30_000, interval: 200 }).toBe(true);
      await expect.poll(() => found.at(-1), { timeout: 30_000 }).toEqual(['after', 'before']);
    });
  } finally {
    await connection.close();
    await cluster.leave();
  }
});

describe('a runner killed in the middle of the job', () => {
  const killInTheMiddle = async () => {
    const { child, firstLine, outcome } = start('test/support/stuck-worker.ts', [database.url]);
    expect(await firstLine).toBe('begun');
    child.kill('SIGKILL');
    await outcome;
    expect(await jobs()).toEqual([{ state: 'runs', attempts: 1 }]);
  };

  it('leaves nothing undone after the next write', async () => {
    const { copy, sync } = aCopy();
    await write(database.db, 'a');
    await killInTheMiddle();
    await write(database.db, 'b');
    await withWorker(database, sync, () => expect.poll(() => copy.holds).toEqual(['a', 'b']));
  });

  it('leaves nothing undone after the next regular look, though nobody writes', async () => {
    const { copy, sync } = aCopy();
    await write(database.db, 'a');
    await killInTheMiddle();
    const { addJob } = await makeWorkerUtils({ pgPool: database.pool });
    for (const { task, options } of [...parseCrontab(REGULAR_SYNC), ...parseCrontab(REGULAR_SYNC)])
      await addJob(task, {}, options);
    expect((await jobs()).filter(({ state }) => state === 'waits')).toHaveLength(1);
    await withWorker(database, sync, () => expect.poll(() => copy.holds).toEqual(['a']));
  });
});
