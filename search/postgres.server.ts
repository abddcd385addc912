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

/** Copied once out of the table's store beside it, where each of many comparisons would fetch it again. */
const ONCE = sql`words || ''::tsvector`;

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
const ORDERS: Record<Exclude<PathwaySort, 'relevance'>, (locale: string) => ReturnType<typeof sql>> = {
  name: () => sql``,
  destination: (locale) => sql`destination_order ->> ${locale}::text collate "C",`,
  places: () => sql`places asc nulls last,`,
  stay: () => sql`stay desc nulls last,`,
  updated: () => sql`updated desc,`,
};

/** Of equal matches the more particular pathway is the better; then by the English name, which is all that an index can know. */
const BY_RELEVANCE = sql`cost, breadth, name_order ->> 'en' collate "C", id collate "C",`;

const Counts = z.record(z.string(), z.number());

type Row = { total: number; documents: PathwaySearchDocument[] | null; counts: unknown };

const itself = { engine: 'postgres', degraded: false } as const;

async function search(db: Reader, { q, filters, sort, page, perPage, locale }: PathwayQuery): Promise<PathwayResult> {
  const words = queryWords(q);
  if (q !== '' && words.length === 0) return { total: 0, hits: [], facets: countsOfTokens({}), ...itself };
  const readings = words.length > 0 ? await readingsIn(db, words) : [];
  const active = PATHWAY_FACETS.filter((facet) => filters[facet]?.length);
  const missed = active.map(
    (facet) =>
      sql`case when filters && ${askedTokens(facet, filters[facet] ?? [])}::text[] then null else ${facet}::text end`,
  );
  const ranked = sort === 'relevance' && readings.length > 0;
  const order = ranked ? BY_RELEVANCE : sort === 'relevance' ? sql`` : ORDERS[sort](inLocale(locale));
  const { rows } = await sql<Row>`
    with judged as materialized (
      select id, facets, places, stay, updated, name_order, destination_order, breadth, ${ranked ? cheapest(readings) : sql`0`} as cost,
        array_remove(array[${missed.length > 0 ? sql.join(missed) : sql`null::text`}]::text[], null) as missed
      from (
        select *, ${ranked ? ONCE : sql`words`} as w from search_pathway
        ${readings.length > 0 ? sql`where words @@ ${anyOf(readings)}::tsquery` : sql``}
        offset 0
      ) found
    ), hits as (
      select id, row_number() over (order by ${order} name_order ->> ${inLocale(locale)}::text collate "C", id collate "C") as place
      from judged where missed = '{}'
    ), shown as (
      select document, place from hits join search_pathway using (id)
      where place > ${(page - 1) * perPage}::bigint and place <= ${page * perPage}::bigint
    ), counted as (
      select facet, count(*) as count from judged, unnest(facets) facet
      where missed = '{}' or (cardinality(missed) = 1 and split_part(facet, ':', 1) = missed[1])
      group by facet
    )
    select (select count(*) from hits) as total,
      (select json_agg(document order by place) from shown) as documents,
      (select json_object_agg(facet, count) from counted) as counts`.execute(db);
  const [row] = rows;
  return {
    total: row?.total ?? 0,
    hits: (row?.documents ?? []).map((document) => hitOf(document, words, locale)),
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
