import { sql } from 'kysely';
import { assertSame, inTurns, quantile, type Row, timed } from './measure.ts';
import { withSeededDatabase } from './search-corpus.ts';

const RUNS = 500;
const TOKENS = ['destination:DE', 'destination:KR'];
const SQL = `select "id", "document", "places" from "search_pathway" where "filters" && $1 order by "id" limit 20`;

/** What Kysely costs on a list of pathways, against the same SQL through pg alone. */
export const run = (): Promise<Row[]> =>
  withSeededDatabase(async ({ db, pool }) => {
    const ours = () =>
      db
        .selectFrom('search_pathway')
        .select(['id', 'document', 'places'])
        .where(sql<boolean>`"filters" && ${TOKENS}`)
        .orderBy('id')
        .limit(20)
        .execute();
    const peer = async () => (await pool.query(SQL, [TOKENS])).rows;
    assertSame('list query', JSON.stringify(await ours()), JSON.stringify(await peer()));
    const times = await inTurns(
      RUNS,
      () => timed(ours),
      () => timed(peer),
    );
    const [kysely, raw] = [quantile(times.ours, 0.5), quantile(times.peer, 0.5)];
    return [
      { what: 'list query: Kysely / raw pg, p50', value: kysely / raw, unit: 'times', goal: '≤ 1.3' },
      { what: 'list query: Kysely, p50', value: kysely, unit: 'ms' },
      { what: 'list query: raw pg, p50', value: raw, unit: 'ms' },
    ];
  });
