import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import type { Reader } from '../db/client.server.ts';
import {
  PATHWAY_FACETS,
  type PathwayQuery,
  type PathwayResult,
  type PathwaySort,
  type SearchEngine,
} from './engine.ts';
import type { Reading } from './meaning.ts';
import { askedTokens, countsOfTokens, type PathwaySearchDocument } from './pathway/document.ts';
import { hitOf, inLocale } from './pathway/hit.ts';
import { beginnings, BEGINNING_COST as COST, costsOf, inexactness, matching } from './tsquery.ts';
import { readingsIn } from './vocabulary.server.ts';
import { queryWords } from './words.ts';

/** Fetched once from where the table keeps long values, and not for each of many comparisons; no word is the empty one. */
const FETCHED = sql`ts_delete(words, '')`;

/** The cost of the match of one reading; null where it does not match. `w`: the words of the pathway. */
function costOf(reading: Reading): RawBuilder<number | null> {
  const terms = reading.map(
    (term) =>
      sql`case ${sql.join(
        costsOf(term).map(({ query, cost }) => sql`when w @@ ${query}::tsquery then ${cost}::int`),
        sql` `,
      )} end`,
  );
  const { begins, whole } = beginnings(reading);
  const beginning = sql`case when w @@ ${whole}::tsquery then ${COST.whole}::int when w @@ ${begins}::tsquery then ${COST.begins}::int else ${COST.neither}::int end`;
  const inexact = reading
    .map(inexactness)
    .map(({ query, cost }) => sql`case when w @@ ${query}::tsquery then 0 else ${cost}::int end`);
  return sql`${sql.join([...terms, beginning, ...inexact], sql` + `)}`;
}

const cheapest = (readings: readonly Reading[]) => sql`least(${sql.join(readings.map(costOf))})`;

const anyOf = (readings: readonly Reading[]) => readings.map((reading) => `(${matching(reading)})`).join(' | ');

/** Like `relevance`, but for the same list without words. */
const ORDERS: Record<Exclude<PathwaySort, 'relevance'>, (locale: string) => RawBuilder<unknown>> = {
  name: () => sql``,
  destination: (locale) => sql`destination_order ->> ${locale}::text collate "C",`,
  places: () => sql`places asc nulls last,`,
  stay: () => sql`stay desc nulls last,`,
  updated: () => sql`updated desc,`,
};

/** Of equal matches the more particular pathway is the better; then by the English name, which is all that an index can know. */
const BY_RELEVANCE = sql`cost, breadth, name_order ->> 'en' collate "C", id collate "C",`;

/** The facets whose filter a pathway does not pass, a space between them. */
function missedOf(filters: PathwayQuery['filters']): RawBuilder<string> {
  const missed = PATHWAY_FACETS.flatMap((facet) => {
    const values = filters[facet] ?? [];
    // Values that no pathway can have still narrow: to none.
    const asked = sql`${askedTokens(facet, values)}::text[]`;
    return values.length > 0 ? [sql`case when filters && ${asked} then null else ${facet}::text end`] : [];
  });
  return missed.length > 0 ? sql`array_to_string(array[${sql.join(missed)}], ' ')` : sql`''`;
}

type Asked = PathwayQuery & { readings: readonly Reading[] };

const isNarrowed = ({ readings, filters }: Asked) =>
  readings.length > 0 || PATHWAY_FACETS.some((facet) => filters[facet]?.length);

/** What holds the words, and whether it passes every filter: looked up once for all that follows; the whole list is rather read by each part in its own way. */
function foundBy(asked: Asked): RawBuilder<unknown> {
  const narrowed = isNarrowed(asked);
  const { readings, filters } = asked;
  return sql`${narrowed ? sql`materialized` : sql`not materialized`} (
      select *, missed = '' as passes from (
        select id, facets, ${missedOf(filters)} as missed
        from ${readings.length > 0 ? sql`search_pathway_holding(${anyOf(readings)}::tsquery)` : sql`search_pathway`}
        ${narrowed ? sql`offset 0` : sql``}
      ) judged
    )`;
}

/** The page of results, in their order. */
function shownOf(asked: Asked): { rows: RawBuilder<unknown>; order: RawBuilder<unknown> } {
  const { readings, sort, page, perPage } = asked;
  const locale = inLocale(asked.locale);
  const ranked = sort === 'relevance' && readings.length > 0;
  const first = ranked ? BY_RELEVANCE : sort === 'relevance' ? sql`` : ORDERS[sort](locale);
  const order = sql`order by ${first} name_order ->> ${locale}::text collate "C", id collate "C"`;
  const rows = sql`
      select * from (
        select *, ${ranked ? cheapest(readings) : sql`0`} as cost
        from (
          select *, ${ranked ? FETCHED : sql`words`} as w from search_pathway
          ${isNarrowed(asked) ? sql`where id in (select id from found where passes)` : sql``}
          offset 0
        ) passing
      ) priced ${order} limit ${perPage}::bigint offset ${(page - 1) * perPage}::bigint`;
  return { rows, order };
}

const Counts = z.record(z.string(), z.number());

type Row = { total: number; documents: PathwaySearchDocument[] | null; counts: unknown };

const itself = { engine: 'postgres', degraded: false } as const;

async function search(db: Reader, query: PathwayQuery): Promise<PathwayResult> {
  const words = queryWords(query.q);
  if (query.q !== '' && words.length === 0) return { total: 0, hits: [], facets: countsOfTokens({}), ...itself };
  const asked = { ...query, readings: words.length > 0 ? await readingsIn(db, words) : [] };
  const shown = shownOf(asked);
  const { rows } = await sql<Row>`
    with found as ${foundBy(asked)}, shown as (${shown.rows}), counted as (
      select facet, count(*) as count from (select unnest(facets) as facet, passes, missed from found) each
      where passes or missed = split_part(facet, ':', 1) group by facet
    )
    select (select count(*) from found where passes) as total,
      (select json_agg(document ${shown.order}) from shown) as documents,
      (select json_object_agg(facet, count) from counted) as counts`.execute(db);
  const [row] = rows;
  return {
    total: row?.total ?? 0,
    hits: (row?.documents ?? []).map((document) => hitOf(document, words, query.locale)),
    facets: countsOfTokens(Counts.parse(row?.counts ?? {})),
    ...itself,
  };
}

/** The engine that is always there: full text and trigrams in PostgreSQL. It sees a write with its commit. */
export function postgresEngine(db: Reader): SearchEngine {
  return {
    name: 'postgres',
    searchPathways: (query) => search(db, query),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
  };
}
