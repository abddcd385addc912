import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, runOnce } from 'graphile-worker';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { MessageRefused, type Outgoing } from '../../app/use-cases/people/message-sender.ts';
import { askToSend, sendMessages } from '../../app/use-cases/people/send-message.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const quiet = new Logger(() => () => undefined);
const MESSAGE: Outgoing = {
  to: { kind: 'email', address: 'nadia@example.org' },
  message: { subject: '012345 is your code', text: '012345 is your code.\nنعم' },
  locale: 'en',
};
const SECRET = 's'.repeat(32);
let database: TestDatabase;
const sent: Outgoing[] = [];
const lines: unknown[][] = [];
let answer: () => Promise<void> = async () => undefined;

beforeAll(async () => {
  database = await freshDatabase();
});

const sender = {
  kinds: ['email', 'phone'] as const,
  send: async (outgoing: Outgoing) => {
    await answer();
    sent.push(outgoing);
  },
};
const write =
  (level: string) =>
  (...parts: unknown[]) =>
    void lines.push([level, ...parts]);

const ask = (now = new Date(), as: 'code' | 'notice' = 'code', fail = false) =>
  database.db.transaction().execute(async (trx) => {
    await askToSend(trx, MESSAGE, { as, secret: SECRET, now });
    if (fail) throw new Error('rolled back');
  });

/** Runs the jobs that are due, those to be tried again as well; what became of everything. */
async function runJobs({ secret = SECRET } = {}) {
  sent.length = 0;
  lines.length = 0;
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(database.db);
  const log = { warn: write('warn'), error: write('error') };
  await runOnce({
    pgPool: database.pool,
    taskList: sendMessages({ sender, secret, now: () => new Date(), log }),
    noHandleSignals: true,
    logger: quiet,
  });
  while ((await jobs()).some((job) => !job.includes('"locked_at":null'))) await sleep(10); // it says so before it has written so
  return { sent: [...sent], said: JSON.stringify(lines), left: await jobs() };
}

async function jobs(): Promise<string[]> {
  const { rows } = await sql<{ job: string }>`
    select row_to_json(job)::text as job from graphile_worker._private_jobs job`.execute(database.db);
  return rows.map(({ job }) => job);
}

it('a message that is asked for is sent once when what it tells is committed, and nothing of it is left', async () => {
  answer = async () => undefined;
  await ask();
  expect(await runJobs()).toEqual({ sent: [MESSAGE], said: '[]', left: [] });
});

it('a message that is asked for is not sent when that is undone', async () => {
  await expect(ask(new Date(), 'code', true)).rejects.toThrow('rolled back');
  expect(await runJobs()).toEqual({ sent: [], said: '[]', left: [] });
});

it('a message that is asked for lies in the database so that nobody reads whom it goes to, or the code', async () => {
  await ask();
  const [job = ''] = await jobs();
  expect(job).toContain('sealed');
  expect(job).not.toMatch(/nadia|example\.org|012345|MDEyMzQ1/);
  expect((await runJobs()).left).toEqual([]);
});

it('a message that is asked for is tried again while it is of use, with nothing told about it', async () => {
  answer = () => Promise.reject(new MessageRefused('the mail server did not take it: ESOCKET', { forGood: false }));
  await ask();
  for (let tries = 1; tries < 5; tries++) {
    const { sent, left } = await runJobs();
    expect([sent, left.length]).toEqual([[], 1]);
    expect(left[0]).toContain('ESOCKET');
  }
  const last = await runJobs();
  expect(last).toMatchObject({ sent: [], left: [] });
  expect(last.said).toContain('not tried again');
  expect(last.said).not.toMatch(/nadia|012345/);
});

it('a message that is asked for is sent at a later try', async () => {
  answer = () => Promise.reject(new MessageRefused('not now', { forGood: false }));
  await ask();
  expect((await runJobs()).sent).toEqual([]);
  answer = async () => undefined;
  expect(await runJobs()).toEqual({ sent: [MESSAGE], said: '[]', left: [] });
});

it('a message that is asked for is given up at once where it was refused for good', async () => {
  answer = () => Promise.reject(new MessageRefused('nobody there', { forGood: true }));
  await ask();
  expect(await runJobs()).toMatchObject({ sent: [], left: [], said: expect.stringContaining('not tried again') });
});

it('a message that is asked for is not sent when its code is worth nothing any more; a notice is, for a day', async () => {
  answer = async () => undefined;
  const ago = (ms: number) => new Date(Date.now() - ms);
  await ask(ago(600_000));
  expect(await runJobs()).toMatchObject({ sent: [], left: [], said: expect.stringContaining('too late') });
  await ask(ago(600_000), 'notice');
  expect((await runJobs()).sent).toHaveLength(1);
  await ask(ago(86_400_000), 'notice');
  expect((await runJobs()).sent).toEqual([]);
});

it('a message that is asked for is given up with a word where the secret has changed', async () => {
  await ask();
  expect(await runJobs({ secret: 't'.repeat(32) })).toMatchObject({
    sent: [],
    left: [],
    said: expect.stringContaining('SESSION_SECRET'),
  });
});
