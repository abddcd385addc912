import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
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

/** Every process of a PostgreSQL that a query can tell of: the postmaster and those that serve connections. */
async function processesOf({ pid, url }: { pid: number; url: string }): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where client_port is not null and pid <> pg_backend_pid()',
  );
  await client.end();
  return [pid, ...rows.map((row) => row.pid)];
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

    const all = await processesOf(clusterOf(folder));
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    const hung = await Promise.all([page(), at('/api/v1/pathways/nz-rse'), at('/readyz'), at('/healthz')]);
    for (const pid of all) process.kill(pid, 'SIGCONT');
    expect(hung.map(({ status }) => status)).toEqual([503, 503, 503, 200]);
    expect(hung[0]?.text).toContain('Fairway is not available right now');
    expect(JSON.parse(hung[1]?.text ?? '')).toMatchObject({ status: 503, title: 'Service Unavailable' });
    await askUntil(page, isUp);

    process.kill(clusterOf(folder).pid, 'SIGKILL');
    const down = await askUntil(page, isDown);
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
