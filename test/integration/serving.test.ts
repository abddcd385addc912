import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../db/embedded/free-port.ts';
import { scratchFolder } from '../support/processes.ts';
import { clusterOf, isBuilt, startServer } from '../support/server.ts';

let folder = '';
let port = 0;
beforeAll(async () => {
  folder = await scratchFolder();
  port = await freePort();
});

const address = (at: string) => `http://127.0.0.1:${port}${at}`;
const hasCluster = (dataDir: string) => existsSync(path.join(dataDir, 'postgres/postmaster.pid'));

/** Keeps every reader of the documents waiting until it is released. */
async function holdDocuments(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: clusterOf(folder).url });
  await client.connect();
  await client.query('begin');
  await client.query('lock table document_version');
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}

describe.skipIf(!isBuilt)('a server', { timeout: 240_000 }, () => {
  it('that is told to stop answers what is under way, takes nothing new, and leaves no PostgreSQL behind', async () => {
    const server = startServer(folder, port);
    await server.firstLine;
    const release = await holdDocuments();
    const underWay = fetch(address('/api/v1/pathways/kr-eps-e9'));
    await sleep(300);
    server.child.kill('SIGTERM');
    await expect
      .poll(() =>
        fetch(address('/healthz')).then(
          () => 'taken',
          () => 'refused',
        ),
      )
      .toBe('refused');
    await release();
    expect((await underWay).status).toBe(200);
    expect(await server.outcome).toMatchObject({ code: 0 });
    expect(hasCluster(folder)).toBe(false);
  });

  it('stops as well when npm passes one Ctrl-C on several times', async () => {
    const server = startServer(folder, port);
    await server.firstLine;
    for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM'] as const) server.child.kill(signal);
    expect(await server.outcome).toMatchObject({ code: 0 });
    expect(hasCluster(folder)).toBe(false);
  });

  it('that is stopped while it starts leaves nothing running, and the next start completes it', async () => {
    const fresh = await scratchFolder();
    const server = startServer(fresh, port);
    await expect.poll(() => hasCluster(fresh), { timeout: 30_000 }).toBe(true);
    server.child.kill('SIGTERM');
    expect(await server.outcome).toMatchObject({ code: 0, stdout: '' });
    expect(hasCluster(fresh)).toBe(false);
    const next = startServer(fresh, port);
    expect(await next.firstLine).toBe(`Fairway is ready at ${address('')}`);
    next.child.kill('SIGTERM');
    await next.outcome;
  });

  it('says in one line that its port is in use, and leaves nothing running', async () => {
    const server = startServer(folder, port);
    await server.firstLine;
    const other = await scratchFolder();
    const { code, stderr } = await startServer(other, port).outcome;
    expect(code).toBe(1);
    expect(stderr.trim().split('\n').at(-1)).toBe(`Port ${port} on 127.0.0.1 is in use. Set PORT to another one.`);
    expect(hasCluster(other)).toBe(false);
    const second = await startServer(folder, await freePort()).outcome;
    expect(second.code).toBe(1);
    expect(second.stderr.trim().split('\n').at(-1)).toMatch(
      /^Another Fairway server runs on the data folder .*Stop it/,
    );
    server.child.kill('SIGTERM');
    await server.outcome;
  });

  const SESSION_SECRET = 's'.repeat(32);
  it.each([
    [
      'does not answer',
      { DATABASE_URL: 'postgres://x:hunter2@127.0.0.1:1/none', SESSION_SECRET },
      /ECONNREFUSED.*correct DATABASE_URL/,
    ],
    [
      'has no address',
      { DATABASE_URL: 'postgres://x:hunter2@none.invalid/none', SESSION_SECRET },
      /ENOTFOUND.*correct DATABASE_URL/,
    ],
    [
      'is in a folder that is a file',
      { DATA_DIR: 'package.json' },
      /^The data folder .*package\.json cannot be used: .*set DATA_DIR/,
    ],
  ])('whose database %s says so in one line and exits 1', async (_, env, words) => {
    const { code, stderr } = await startServer(folder, port, env).outcome;
    expect(code).toBe(1);
    const lines = stderr
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('PostgreSQL: starting'));
    expect(lines).toEqual([expect.stringMatching(words)]);
    expect(stderr).not.toContain('hunter2');
  });
});
