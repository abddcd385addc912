import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { freePort } from '../../db/embedded/free-port.ts';
import { scratchFolder } from '../support/processes.ts';
import { clusterOf, isBuilt, startServer } from '../support/server.ts';

type Answer = { status: number; text: string };

/** Asks again and again until one answer is as it is waited for; returns them all. */
async function askUntil(ask: () => Promise<Answer>, isLast: (answer: Answer) => boolean): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    const answer = await ask();
    answers.push(answer);
    if (isLast(answer)) return answers;
  }
  throw new Error(`it did not come; the answers were ${answers.map(({ status }) => status).join(', ')}`);
}

/** A session in a PostgreSQL, and the process that serves it. */
async function sessionIn(url: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // it dies with its server
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return { client, pid: z.number().parse(rows[0]?.pid) };
}

/** Stops every process of a PostgreSQL: first the one that would begin others, last the one that tells of them. Returns them. */
async function stopAll(cluster: { pid: number; url: string }): Promise<number[]> {
  const { client, pid } = await sessionIn(cluster.url);
  process.kill(cluster.pid, 'SIGSTOP');
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where client_port is not null and pid <> pg_backend_pid()',
  );
  const others = [...rows.map((row) => row.pid), pid];
  for (const other of others) process.kill(other, 'SIGSTOP');
  return [cluster.pid, ...others];
}

it.skipIf(!isBuilt)(
  'a database that hangs or ends is a clear 503, page and problem, and comes back without a restart of the server',
  async () => {
    const [folder, port] = [await scratchFolder(), await freePort()];
    const server = startServer(folder, port);
    await server.firstLine;
    const at = async (path: string): Promise<Answer> => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: answer.status, text: await answer.text() };
    };
    const page = () => at('/en/pathways');
    const isUp = ({ status }: Answer) => status === 200;
    const isDown = ({ status }: Answer) => status !== 200;
    expect((await page()).status).toBe(200);

    const all = await stopAll(clusterOf(folder));
    const hung = await Promise.all([page(), at('/api/v1/pathways/nz-rse'), at('/readyz'), at('/healthz')]);
    for (const pid of all) process.kill(pid, 'SIGCONT');
    expect(hung.map(({ status }) => status)).toEqual([503, 503, 503, 200]);
    expect(hung[0]?.text).toContain('Fairway is not available right now');
    expect(JSON.parse(hung[1]?.text ?? '')).toMatchObject({ status: 503, title: 'Service Unavailable' });
    await askUntil(page, isUp);

    const { pid: leftover } = await sessionIn(clusterOf(folder).url);
    process.kill(leftover, 'SIGSTOP'); // what is left of a killed PostgreSQL lets no other begin: it is down until somebody has seen it
    process.kill(clusterOf(folder).pid, 'SIGKILL');
    const down = await askUntil(page, isDown);
    process.kill(leftover, 'SIGCONT');
    const back = await askUntil(page, isUp);
    const refused = [...down, ...back].filter(isDown);
    expect(refused.filter(({ status }) => status !== 503)).toEqual([]);
    for (const { text } of refused) expect(text).toContain('Fairway is not available right now');
    expect(JSON.parse((await at('/readyz')).text)).toMatchObject({ database: 'ok' });

    server.child.kill('SIGTERM');
    expect(await server.outcome).toMatchObject({ code: 0 });
  },
  240_000,
);
