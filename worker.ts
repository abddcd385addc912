import pino from 'pino';
import { publicUrlOf, readEnv } from './app/server/env.server.ts';
import { sending } from './app/server/message/sending.server.ts';
import { runUntilStopped } from './app/server/run.server.ts';
import { installationSecret } from './app/server/secret.server.ts';
import { openDatabase, prepareDatabase } from './app/server/start.server.ts';
import { anchoring } from './app/use-cases/audit/anchor-audit.ts';
import { upkeep } from './app/use-cases/forget-expired.ts';
import { telling } from './app/use-cases/publishing/tell-followers.ts';
import { openSearch } from './search/choose.server.ts';
import { startWorker } from './search/worker.server.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

runUntilStopped(async (opened) => {
  const env = readEnv(process.env);
  const log = pino({ level: env.LOG_LEVEL }, pino.destination(2));
  const connection = await opened.wait(openDatabase(env, 'guest', log));
  await prepareDatabase(connection, { progress: say });
  const search = await opened.wait(openSearch({ env, connection, log }));
  const followers = { db: connection.db, secret: installationSecret(env), publicUrl: publicUrlOf(env) };
  const tasks = {
    ...search.tasks,
    ...upkeep(connection.db),
    ...sending(env, log),
    ...telling(followers),
    ...anchoring(connection.db, log),
  };
  opened.add((await startWorker({ connection, tasks, log })).stop);
  say('Fairway runs its jobs.');
});
