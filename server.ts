import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import closeWithGrace from 'close-with-grace';
import pino from 'pino';
import { createApp } from './app/server/app.server.ts';
import { EnvError, readEnv } from './app/server/env.server.ts';
import { listen } from './app/server/listen.server.ts';
import { openDatabase, prepareDatabase } from './app/server/start.server.ts';
import { keepCompiledPathways } from './app/use-cases/compiled-pathways.ts';
import { ClusterBusy } from './db/embedded/cluster.ts';
import { loadLabels } from './db/queries/reference.ts';
import { openSearch } from './search/choose.server.ts';
import { startWorker } from './search/worker.server.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const say = (line: string) => process.stderr.write(`${line}\n`);

async function loadBuild(): Promise<ServerBuild> {
  const file = path.join(here, 'build/server/index.js');
  try {
    return await import(pathToFileURL(file).href);
  } catch (cause) {
    throw new Error('The pages are not built. Run: npm run build', { cause });
  }
}

async function main(): Promise<void> {
  const env = readEnv(process.env);
  const log = pino({ level: env.LOG_LEVEL }, pino.destination(2));
  const build = await loadBuild();
  const connection = await openDatabase(env, 'server', log);
  await prepareDatabase(connection, { progress: say });
  const labels = await loadLabels(connection.db);
  const search = await openSearch({ env, connection, log });
  const worker = process.argv.includes('--jobs')
    ? await startWorker({ connection, tasks: search.tasks, log })
    : undefined;
  const publicUrl = (
    env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`
  ).replace(/\/$/, '');
  const app = createApp({
    build,
    clientFolder: path.join(here, 'build/client'),
    context: {
      db: connection.db,
      search: search.engine,
      labels,
      compiled: keepCompiledPathways(),
      today: () => new Date().toISOString().slice(0, 10),
      publicUrl,
      log,
    },
    isReady: async () => Boolean(await connection.pool.query('select 1')),
    searchState: search.state,
    trustedProxies: env.TRUST_PROXY,
    rateLimited: env.RATE_LIMIT === 'on',
  });
  const server = await listen(app, env);
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) log.fatal({ err }, 'stopping after an error that nothing caught');
    await server.stop();
    await worker?.stop();
    await search.close();
    await connection.close();
  });
  process.stdout.write(`Fairway is ready at ${publicUrl}\n`);
}

main().catch((error: unknown) => {
  const expected = error instanceof EnvError || error instanceof ClusterBusy;
  say(expected ? error.message : error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : String(error));
  process.exit(1);
});
