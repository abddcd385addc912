import closeWithGrace from 'close-with-grace';
import pino from 'pino';
import { readEnv } from './app/server/env.server.ts';
import { openDatabase, prepareDatabase } from './app/server/start.server.ts';
import { openSearch } from './search/choose.server.ts';
import { startWorker } from './search/worker.server.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const log = pino({ level: env.LOG_LEVEL }, pino.destination(2));
  const connection = await openDatabase(env, 'guest', log);
  await prepareDatabase(connection, { progress: say });
  const search = await openSearch({ env, connection, log });
  const worker = await startWorker({ connection, tasks: search.tasks, log });
  closeWithGrace({ delay: 10_000, logger: false }, async () => {
    await worker.stop();
    await search.close();
    await connection.close();
  });
  say('Fairway runs its jobs.');
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
