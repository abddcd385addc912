import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { ClusterBusy, openCluster, type Role } from '../../db/embedded/cluster.ts';
import { scratchFolder, start } from '../support/processes.ts';

let folder = '';
beforeAll(async () => {
  folder = await scratchFolder();
});

const HOLDER = 'test/support/cluster-holder.ts';
const postmaster = () => Number(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

async function during<T>(role: Role, work: (url: string) => Promise<T>): Promise<T> {
  const cluster = await openCluster(folder, role);
  try {
    return await work(cluster.url);
  } finally {
    await cluster.leave();
  }
}

/** `kill -9` and, since a holder's PostgreSQL is no child of this process, until it is gone. */
async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (isAlive(Math.abs(pid))) await sleep(20);
}

const kept = () => during('server', (url) => ask(url, 'select note from kept'));

describe('the embedded PostgreSQL', () => {
  it('makes its data on the first start and stops with the last who leaves', async () => {
    const pid = await during('server', async (url) => {
      await ask(url, `create table kept as select 'still here' as note`);
      return postmaster();
    });
    expect(isAlive(pid)).toBe(false);
    expect(statSync(path.join(folder, 'postgres.password')).mode & 0o077).toBe(0);
  });

  it('takes the same data on the second start', async () => {
    expect(await kept()).toEqual([{ note: 'still here' }]);
  });

  it('knows letters beyond ASCII', async () => {
    await during('guest', async (url) => {
      await ask(url, 'create extension if not exists pg_trgm');
      expect(await ask(url, `select cardinality(show_trgm('নার্স')) > 0 as known`)).toEqual([{ known: true }]);
    });
  });

  it('refuses a second server, and says which folder is taken', async () => {
    await during('server', async () => {
      await expect(openCluster(folder, 'server')).rejects.toThrow(ClusterBusy);
      await expect(openCluster(folder, 'server')).rejects.toThrow(
        `Another Fairway server runs on the data folder ${folder}`,
      );
    });
  });

  it('does not take a server that leaves within a moment for a second one', async () => {
    const first = await openCluster(folder, 'server');
    const second = openCluster(folder, 'server');
    await sleep(300);
    await first.leave();
    const successor = await second;
    expect(await ask(successor.url, 'select note from kept')).toEqual([{ note: 'still here' }]);
    await successor.leave();
  });

  it('lets guests in beside a server, and stays for whoever is left', async () => {
    const server = await openCluster(folder, 'server');
    const guest = await openCluster(folder, 'guest');
    await server.leave();
    expect(await ask(guest.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await guest.leave();
  });

  it('makes one cluster of several first starts at once', async () => {
    const empty = await scratchFolder();
    const clusters = await Promise.all(
      ['server' as const, 'guest' as const, 'guest' as const].map((role) => openCluster(empty, role)),
    );
    expect(new Set(clusters.map(({ url }) => url)).size).toBe(1);
    await Promise.all(clusters.map((cluster) => cluster.leave()));
  });

  it('recovers after a kill -9 of PostgreSQL', async () => {
    const cluster = await openCluster(folder, 'server');
    await kill(postmaster());
    await cluster.leave();
    expect(await kept()).toEqual([{ note: 'still here' }]);
  });

  it('brings PostgreSQL back under a server that stays, at the same address', async () => {
    const cluster = await openCluster(folder, 'server');
    await kill(postmaster());
    await expect
      .poll(() => ask(cluster.url, 'select 1 as one').catch(() => []), { timeout: 20_000 })
      .toEqual([{ one: 1 }]);
    await cluster.leave();
  });

  it('recovers after a kill -9 of the server and its whole group, PostgreSQL living on', async () => {
    const holder = start(HOLDER, [folder]);
    await holder.firstLine;
    await kill(-(holder.child.pid ?? 0));
    await holder.outcome;
    expect(await kept()).toEqual([{ note: 'still here' }]);
  });

  it('recovers after a kill -9 of both, from the lock file they left', async () => {
    const holder = start(HOLDER, [folder]);
    await holder.firstLine;
    const pid = postmaster();
    await kill(-(holder.child.pid ?? 0));
    await kill(pid);
    await holder.outcome;
    expect(postmaster()).toBe(pid);
    expect(await kept()).toEqual([{ note: 'still here' }]);
  });

  it('recovers from a PostgreSQL that hangs with all its children, once our patience is over', async () => {
    const holder = start(HOLDER, [folder]);
    await holder.firstLine;
    const pid = postmaster();
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
    for (const each of [pid, ...children.trim().split(/\s+/).map(Number)]) process.kill(each, 'SIGSTOP');
    await kill(-(holder.child.pid ?? 0));
    await holder.outcome;
    expect(await kept()).toEqual([{ note: 'still here' }]);
    expect(isAlive(pid)).toBe(false);
  }, 120_000);

  it('takes the folder from a server that is stopped, which ends when it wakes up', async () => {
    const stopped = start(HOLDER, [folder]);
    await stopped.firstLine;
    stopped.child.kill('SIGSTOP');
    const successor = await openCluster(folder, 'server');
    stopped.child.kill('SIGCONT');
    expect(await stopped.outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('Another Fairway server') });
    expect(await ask(successor.url, 'select note from kept')).toEqual([{ note: 'still here' }]);
    await successor.leave();
  }, 120_000);
});
