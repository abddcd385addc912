import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import pino from 'pino';
import { createApp } from './app/server/app.server.ts';
import { publicUrlOf, readEnv } from './app/server/env.server.ts';
import { identifier } from './app/server/identify.server.ts';
import { jobsOf } from './app/server/jobs.server.ts';
import { listen } from './app/server/listen.server.ts';
import { senderOf } from './app/server/message/sending.server.ts';
import { providersOf } from './app/server/ministry/provider.server.ts';
import { runUntilStopped } from './app/server/run.server.ts';
import { installationSecret } from './app/server/secret.server.ts';
import { cookiesOf } from './app/server/session.server.ts';
import { openDatabase, prepareDatabase } from './app/server/start.server.ts';
import { keepCompiledPathways } from './app/use-cases/compiled-pathways.ts';
import { keepCompiledRequirements } from './app/use-cases/matching/compiled-requirements.ts';
import { keepLimits } from './app/use-cases/people/limits.ts';
import { keepPasswords } from './app/use-cases/people/password.ts';
import { postUnder } from './app/use-cases/people/post.ts';
import { privateSessions } from './app/use-cases/private-sessions.ts';
import { savedChecks } from './app/use-cases/saved-checks.ts';
import { today } from './app/use-cases/today.ts';
import { asApplication } from './db/client.server.ts';
import { OperatorError } from './db/operator-error.ts';
import { PROJECT_FOLDER } from './db/project-folder.ts';
import { loadLabels } from './db/queries/reference.ts';
import { openSearch } from './search/choose.server.ts';
import { startWorker } from './search/worker.server.ts';

/** How long whoever published something is kept waiting for it to be searchable. */
const SEARCHABLE_WITHIN_MS = 30_000;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function loadBuild(): Promise<ServerBuild> {
  const file = path.join(PROJECT_FOLDER, 'build/server/index.js');
  try {
    return await import(pathToFileURL(file).href);
  } catch (cause) {
    throw new OperatorError('The pages are not built. Run: npm run build', { cause });
  }
}

runUntilStopped(async (opened) => {
  const env = readEnv(process.env);
  const log = pino({ level: env.LOG_LEVEL }, pino.destination(2));
  const build = await loadBuild();
  if (env.DATABASE_URL === undefined)
    say(`PostgreSQL: starting in ${path.resolve(env.DATA_DIR)} (the first time takes some seconds longer)`);
  const connection = await opened.wait(openDatabase(env, 'server', log));
  await prepareDatabase(connection, { progress: say });
  const labels = await loadLabels(connection.db);
  const search = await opened.wait(openSearch({ env, connection, log }));
  if (process.argv.includes('--jobs')) {
    const tasks = { ...search.tasks, ...jobsOf(env, connection.db, log) };
    opened.add((await startWorker({ connection, tasks, log })).stop);
  }
  const publicUrl = publicUrlOf(env);
  const web = asApplication(connection, (err) => log.warn({ err: err.message }, 'a database connection was lost'));
  opened.add(web.close);
  const secret = installationSecret(env);
  const cookies = cookiesOf(publicUrl, secret);
  const app = createApp({
    build,
    clientFolder: path.join(PROJECT_FOLDER, 'build/client'),
    context: {
      db: web.db,
      database: web.db,
      cookies,
      ...{ secret, post: postUnder(secret), passwords: keepPasswords() },
      ministries: providersOf(env.OIDC_MINISTRIES ?? [], publicUrl),
      sends: senderOf(env).kinds,
      limits:
        env.RATE_LIMIT === 'on'
          ? keepLimits(web.pool, secret, { smsPerHour: env.SMS_PER_HOUR, log })
          : async () => ({ ok: true }),
      search: search.engine,
      searchable: () => search.waitForSync(SEARCHABLE_WITHIN_MS),
      labels,
      compiled: keepCompiledPathways(),
      requirements: keepCompiledRequirements(),
      privateSessions: privateSessions(web.db),
      savedChecks: savedChecks(web.db),
      today,
      publicUrl,
      log,
    },
    identify: identifier(web.db, cookies),
    isReady: async () => Boolean(await connection.pool.query('select 1')),
    searchState: search.state,
    trustedProxies: env.TRUST_PROXY,
    rateLimited: env.RATE_LIMIT === 'on',
  });
  opened.add((await listen(app, env)).stop);
  process.stdout.write(`Fairway is ready at ${publicUrl}\n`);
});
