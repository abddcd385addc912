import { postgresEngine } from '../../search/postgres.server.ts';
import { quantile, type Row, timed } from './measure.ts';
import { multiply, withSeededDatabase } from './search-corpus.ts';
import { QUERY_KINDS } from './search-queries.ts';

const PATHWAYS = 100_000;
const ROUNDS = 7;

/** How long the PostgreSQL engine takes over 100,000 pathways, by kind of query. */
export const run = (): Promise<Row[]> =>
  withSeededDatabase(async (connection) => {
    await multiply(connection, PATHWAYS);
    const engine = postgresEngine(connection.db);
    const rows: Row[] = [];
    const everything: number[] = [];
    for (const { kind, queries } of QUERY_KINDS) {
      const times: number[] = [];
      for (const query of queries) await engine.searchPathways(query);
      for (let round = 0; round < ROUNDS; round++)
        for (const query of queries) times.push(await timed(() => engine.searchPathways(query)));
      everything.push(...times);
      rows.push(...timesOf(kind, times));
    }
    return [...rows, ...timesOf('all kinds', everything)];
  });

const timesOf = (kind: string, times: readonly number[]): Row[] =>
  ([0.5, 0.95] as const).map((share) => ({
    what: `PostgreSQL engine, 100,000 pathways, ${kind}: p${share * 100}`,
    value: quantile(times, share),
    unit: 'ms',
  }));
