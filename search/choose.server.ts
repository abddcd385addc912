import { setTimeout as sleep } from 'node:timers/promises';
import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Env } from '../app/server/env.server.ts';
import type { Connection, Db } from '../db/client.server.ts';
import { getInstallationId } from '../db/queries/installation.ts';
import { type ChildMeilisearch, findProgram, keepMeilisearch } from './child.server.ts';
import { eachOf, type Indexes, indexesNamed } from './copies.ts';
import type { SearchIndex } from './copy.ts';
import { type EngineName, type SearchEngine, SearchUnavailable } from './engine.ts';
import { type Fallback, withFallback } from './fallback.server.ts';
import { connectMeilisearch, greet, indexBase, meilisearchEngine } from './meilisearch.server.ts';
import { SYNC } from './outbox.ts';
import { projectPathways } from './pathway/project.ts';
import { postgresEngine } from './postgres.server.ts';
import { isSynced, pruneTasks, recoverIndex, syncIndex } from './sync.server.ts';

/** The search of an installation: who answers, and how its copies are kept. */
export type Search = {
  name: EngineName;
  engine: SearchEngine;
  state(): 'ok' | 'degraded';
  /** Jobs of the outbox, for the job runner. */
  tasks: TaskList;
  /** Whether all that was committed before is searchable; waits for it at most so long. */
  waitForSync(timeoutMs: number): Promise<boolean>;
  close(): Promise<void>;
};

type Options = {
  env: Pick<Env, 'MEILI_URL' | 'MEILI_API_KEY' | 'MEILI_BIN' | 'MEILI_PREFIX' | 'DATA_DIR'>;
  connection: Pick<Connection, 'db'>;
  log: Logger;
};

/** How long a start waits for the index to be made and filled before PostgreSQL answers in its stead. */
const FIRST_INDEX_WITHIN_MS = 60_000;

const today = () => new Date().toISOString().slice(0, 10);

const refresh = (db: Db) => db.transaction().execute((trx) => projectPathways(trx, 'all', today()));

function postgresOnly(db: Db): Search {
  const engine = postgresEngine(db);
  return {
    name: engine.name,
    engine,
    state: () => 'ok',
    tasks: { [SYNC]: async () => undefined, 'refresh-in-force': () => refresh(db) },
    waitForSync: async () => true,
    close: async () => undefined,
  };
}

/** Where the indexes are found: always at one address, or wherever the child runs now. */
type Source = { indexes(): Indexes; close(): Promise<void> };

function remoteSource({ MEILI_URL, MEILI_API_KEY }: Options['env'], base: string): Source | undefined {
  if (MEILI_URL === undefined) return undefined;
  const indexes = indexesNamed(base, connectMeilisearch(MEILI_URL, MEILI_API_KEY));
  return { indexes: () => indexes, close: async () => undefined };
}

function childSource(child: ChildMeilisearch, base: string): Source {
  let known: { url: string; indexes: Indexes } | undefined;
  return {
    indexes: () => {
      const url = child.url();
      if (url === undefined) throw new SearchUnavailable('meilisearch does not run');
      if (known?.url !== url) known = { url, indexes: indexesNamed(base, connectMeilisearch(url, child.key)) };
      return known.indexes;
    },
    close: () => child.close(),
  };
}

/** The engine over indexes whose address may change. */
const engineAt = (db: Db, source: Source): SearchEngine => ({
  name: 'meilisearch',
  searchPathways: async (query, signal) => meilisearchEngine(db, source.indexes()).searchPathways(query, signal),
  searchVacancies: async (query, signal) => meilisearchEngine(db, source.indexes()).searchVacancies(query, signal),
  ping: async () => meilisearchEngine(db, source.indexes()).ping(),
});

async function forEach(source: Source, work: (index: SearchIndex) => Promise<void>): Promise<void> {
  for (const index of eachOf(source.indexes())) await work(index);
}

async function areSynced(db: Db, source: Source): Promise<boolean> {
  for (const index of eachOf(source.indexes())) if (!(await isSynced(db, index))) return false;
  return true;
}

async function waitUntilSynced(db: Db, source: Source, fallback: Fallback, timeoutMs: number): Promise<boolean> {
  for (const deadline = Date.now() + timeoutMs; ; await sleep(100)) {
    if (fallback.state() === 'degraded' || (await areSynced(db, source))) return true; // PostgreSQL, which then answers, sees every commit
    if (Date.now() > deadline) return false;
  }
}

async function withMeilisearch(db: Db, source: Source, log: Logger): Promise<Search> {
  const fallback = withFallback(engineAt(db, source), postgresEngine(db), {
    recover: async () => {
      await greet(source.indexes().pathways.client);
      await forEach(source, (index) => recoverIndex(db, index));
    },
    log,
  });
  await Promise.race([fallback.started, sleep(FIRST_INDEX_WITHIN_MS, undefined, { ref: false })]);
  return {
    name: 'meilisearch',
    engine: fallback.engine,
    state: fallback.state,
    tasks: {
      [SYNC]: () => forEach(source, (index) => syncIndex(db, index)),
      'refresh-in-force': async () => {
        await refresh(db);
        await forEach(source, (index) => recoverIndex(db, index));
        await forEach(source, (index) => pruneTasks(index, new Date()));
      },
    },
    waitForSync: (timeoutMs) => waitUntilSynced(db, source, fallback, timeoutMs),
    close: async () => {
      fallback.close();
      await source.close();
    },
  };
}

async function startChild({ env, log }: Options, base: string): Promise<Source | undefined> {
  const program = findProgram(env.MEILI_BIN, process.env['PATH']);
  if (program === undefined) return undefined;
  const child = keepMeilisearch(program, env.DATA_DIR, log);
  await child.started.catch((error: Error) =>
    log.warn({ why: error.message }, 'PostgreSQL answers searches until meilisearch starts'),
  );
  return childSource(child, base);
}

/** Opens the search that the environment asks for: MEILI_URL, else a meilisearch program as a child, else PostgreSQL. */
export async function openSearch(options: Options): Promise<Search> {
  const { env, connection, log } = options;
  const { db } = connection;
  const base = indexBase(await getInstallationId(db), env.MEILI_PREFIX);
  const source = remoteSource(env, base) ?? (await startChild(options, base));
  if (source) return withMeilisearch(db, source, log);
  const named = env.MEILI_BIN !== undefined;
  log.info(
    `Search by PostgreSQL. ${named ? 'MEILI_BIN names no program. ' : ''}For Meilisearch set MEILI_URL, or put its program on the PATH (https://github.com/meilisearch/meilisearch/releases).`,
  );
  return postgresOnly(db);
}
