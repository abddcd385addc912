import { indexesNamed } from '../../search/copies.ts';
import type { SearchEngine } from '../../search/engine.ts';
import { withFallback } from '../../search/fallback.server.ts';
import { connectMeilisearch, meilisearchEngine } from '../../search/meilisearch.server.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { empty, flakyServer, hang } from '../support/flaky-server.ts';
import { silent } from '../support/silent.ts';
import { quantile } from './measure.ts';
import { withSeededDatabase } from './search-corpus.ts';
import { QUERY_KINDS } from './search-queries.ts';

const queries = QUERY_KINDS.flatMap((one) => one.queries);

async function timesOf(engine: SearchEngine): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const began = performance.now();
    await engine.searchPathways(query);
    times.push(performance.now() - began);
  }
  return times;
}

const inMs = (what: string, value: number) => ({ what, value, unit: 'ms' as const });

/** How long the search takes that finds Meilisearch hanging, and those after it; PostgreSQL alone beside them. */
export const run = () =>
  withSeededDatabase(async ({ db }) => {
    const server = await flakyServer(empty);
    const postgres = postgresEngine(db);
    const meilisearch = meilisearchEngine(db, indexesNamed('bench', connectMeilisearch(server.url, undefined)));
    const { engine, started, close } = withFallback(meilisearch, postgres, {
      recover: async () => undefined,
      log: silent,
    });
    await started;
    await timesOf(postgres);
    const alone = await timesOf(postgres);
    server.turn(hang);
    const [first = Number.NaN, ...after] = await timesOf(engine);
    close();
    return [
      inMs('search by PostgreSQL, p95', quantile(alone, 0.95)),
      inMs('the one search that finds Meilisearch hanging', first),
      inMs('searches after that one, by PostgreSQL, p95', quantile(after, 0.95)),
    ];
  });
