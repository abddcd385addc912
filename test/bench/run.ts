import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import { openDatabase, prepareDatabase } from '../../app/server/start.server.ts';
import type { Connection } from '../../db/client.server.ts';
import { connectMeilisearch } from '../../search/meilisearch.server.ts';
import { emptyQuery } from '../../search/pathway/query.ts';
import { postgresEngine } from '../../search/postgres.server.ts';

/** Measures, never asserts times: `npm run bench`. Peers run in turn with what they are compared to, after their answers were found equal. */

const print = (line: string) => void process.stdout.write(`${line}\n`);
const percentile = (times: readonly number[], share: number) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};
const ms = (value: number) => `${value.toFixed(2)} ms`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Both, turn by turn, so that whatever else the machine does slows them alike. */
async function inTurns(
  rounds: number,
  ours: () => Promise<unknown>,
  peer: () => Promise<unknown>,
): Promise<[number, number]> {
  const [a, b]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    a.push(await timed(ours));
    b.push(await timed(peer));
  }
  return [percentile(a, 0.5), percentile(b, 0.5)];
}

async function listQuery({ db, pool }: Connection): Promise<void> {
  const text = `select "id", "entry", "places" from "search_pathway" where "filters" && $1 order by "id" limit 20`;
  const tokens = ['destination:DE', 'destination:KR'];
  const ours = () =>
    db
      .selectFrom('search_pathway')
      .select(['id', 'entry', 'places'])
      .where(sql<boolean>`"filters" && ${tokens}`)
      .orderBy('id')
      .limit(20)
      .execute();
  const peer = async () => (await pool.query(text, [tokens])).rows;
  if (JSON.stringify(await ours()) !== JSON.stringify(await peer()))
    throw new Error('Kysely and pg give different rows');
  const [kysely, raw] = await inTurns(500, ours, peer);
  print(`list query, Kysely / raw pg, p50: ${(kysely / raw).toFixed(2)} (${ms(kysely)} / ${ms(raw)}; goal ≤ 1.3)`);
}

const QUERIES = ['', 'nurse', 'nurze', 'construction', 'seasonal farm', 'infirmière', 'ممرض', 'germ'];

async function engineAt100000({ db }: Connection): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`
    insert into search_pathway (id, entry, filters, facets, words, name_order, destination_order, places, stay, updated)
    select id || '-' || n, entry, filters, facets, words, name_order, destination_order, places, stay, updated
    from search_pathway, generate_series(1, 2040) n`.execute(trx);
  });
  await sql`analyze search_pathway`.execute(db);
  const engine = postgresEngine(db);
  for (const q of QUERIES) {
    const times: number[] = [];
    for (let round = 0; round < 8; round++)
      times.push(await timed(() => engine.searchPathways({ ...emptyQuery('en'), q })));
    print(
      `PostgreSQL engine, 100,000 documents, "${q}": p50 ${ms(percentile(times, 0.5))}, p95 ${ms(percentile(times, 0.95))}`,
    );
  }
}

async function meilisearchClient(): Promise<void> {
  const url = process.env['MEILI_URL'];
  if (!url) return print('Meilisearch client / its own time: skipped, MEILI_URL is not set');
  const client = connectMeilisearch(url, process.env['MEILI_API_KEY']);
  const uid = `bench-${process.pid}`;
  const documents = Array.from({ length: 20_000 }, (_, id) => ({
    id,
    text: `pathway ${id} for ${['nurses', 'masons', 'drivers', 'cooks'][id % 4]} in ${id % 97}`,
  }));
  await client.index(uid).addDocuments(documents).waitTask({ timeout: 120_000 });
  const own: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < 400; round++) {
    const started = performance.now();
    const { processingTimeMs } = await client.index(uid).search(`nurs ${round % 97}`, { limit: 20, facets: [] });
    all.push(performance.now() - started);
    own.push(processingTimeMs);
  }
  await client.deleteIndex(uid).waitTask();
  print(
    `Meilisearch, client p50 ${ms(percentile(all, 0.5))}; its own processing time p50 ${percentile(own, 0.5)} ms (whole milliseconds); goal ≤ 1.6 times`,
  );
}

async function webProcess(dataDir: string): Promise<void> {
  const port = 3196;
  const server = spawn('npx', ['tsx', 'server.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
      RATE_LIMIT: 'off',
    },
    detached: true,
  });
  await once(server.stdout, 'data');
  const address = `http://127.0.0.1:${port}`;
  const requests = 10_000;
  const lane = async (count: number) => {
    for (let at = 0; at < count; at++)
      await (await fetch(`${address}/en/pathways?q=${at % 2 ? 'nurse' : 'farm'}`)).arrayBuffer();
  };
  const elapsed = await timed(() => Promise.all(Array.from({ length: 8 }, () => lane(requests / 8))));
  const metrics = await (await fetch(`${address}/metrics`)).text();
  const resident = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
  print(
    `search page: ${Math.round((requests / elapsed) * 1000)} requests a second over 8 connections; resident memory after ${requests} requests: ${Math.round(resident / 1e6)} MB`,
  );
  if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  await once(server, 'close');
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'fairway-bench-'));
print(`${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
const connection = await openDatabase(
  { DATABASE_URL: undefined, DATA_DIR: dataDir },
  'guest',
  pino({ level: 'silent' }),
);
await prepareDatabase(connection, { progress: () => undefined });
await listQuery(connection);
await meilisearchClient();
await webProcess(dataDir);
await engineAt100000(connection);
await connection.close();
rmSync(dataDir, { recursive: true, force: true });
