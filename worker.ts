import pino from 'pino';
import { readEnv } from './app/server/env.server.ts';
import { jobsOf } from './app/server/jobs.server.ts';
import { runUntilStopped } from './app/server/run.server.ts';
import { openDatabase, prepareDatabase } from './app/server/start.server.ts';
import { openSearch } from './search/choose.server.ts';
import { startWorker } from './search/worker.server.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

runUntilStopped(async (opened) => {
  const env = readEnv(process.env);
  const log = pino({ level: env.LOG_LEVEL }, pino.destination(2));
  const connection = await opened.wait(openDatabase(env, 'guest', log));
  await prepareDatabase(connection, { progress: say });
  const search = await opened.wait(openSearch({ env, connection, log }));
  const tasks = { ...search.tasks, ...jobsOf(env, connection.db, log) };
  opened.add((await startWorker({ connection, tasks, log })).stop);
  say('Fairway runs its jobs.');
});
