import { pathToFileURL } from 'node:url';
import { postgresEngine } from '../../search/postgres.server.ts';
import { printRows, quantile, type Row, row, timesOf } from './measure.ts';
import { multiply, withSeededDatabase } from './search-corpus.ts';
import { QUERY_KINDS, queryOf } from './search-queries.ts';

const PATHWAYS = 100_000;
const RUNS = 40;

/** How long the PostgreSQL engine takes over 100,000 pathways, by kind of query. */
export const run = (): Promise<Row[]> =>
  withSeededDatabase(async (connection) => {
    await multiply(connection, PATHWAYS);
    const engine = postgresEngine(connection.db);
    const rows: Row[] = [];
    for (const { kind, queries } of QUERY_KINDS) {
      const times = await timesOf(RUNS, (at) => engine.searchPathways(queryOf(queries, at)));
      rows.push(
        row(`PostgreSQL, ${PATHWAYS} pathways, ${kind}: p50`, quantile(times, 0.5), 'ms'),
        row(`PostgreSQL, ${PATHWAYS} pathways, ${kind}: p95`, quantile(times, 0.95), 'ms'),
      );
    }
    return rows;
  });

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printRows(await run());
