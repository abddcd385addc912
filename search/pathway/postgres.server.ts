import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import type { Reader } from '../../db/client.server.ts';
import { PATHWAY_FACETS, type PathwayQuery, type PathwayResult, type PathwaySort } from '../engine.ts';
import type { Reading } from '../meaning.ts';
import { byIndex, byWords, priced } from '../pricing.ts';
import { bestFirst, matching } from '../tsquery.ts';
import { PATHWAY_VOCABULARY, readingsIn } from '../vocabulary.server.ts';
import { queryWords } from '../words.ts';
import { askedTokens, countsOfTokens, type PathwaySearchDocument } from './document.ts';
import { hitsOf, inLocale } from './hit.ts';
import { placesNow } from './places.ts';

/** `first` of each pathway decides, then its name, and before both what its match costs where results are ranked. */
type Order = { first: RawBuilder<unknown>; by: RawBuilder<unknown>; locale: string };

/** Like `relevance`, but for the same list without words. */
const ORDERS: Record<Exclude<PathwaySort, 'relevance'>, (locale: string) => Order> = {
  name: (locale) => ({ first: sql`null`, by: sql`name, id collate "C"`, locale }),
  destination: (locale) => ({
    first: sql`destination_order ->> ${locale}::text collate "C"`,
    by: sql`first, name, id collate "C"`,
    locale,
  }),
  places: (locale) => ({ first: sql`places`, by: sql`first asc nulls last, name, id collate "C"`, locale }),
  stay: (locale) => ({ first: sql`stay`, by: sql`first desc nulls last, name, id collate "C"`, locale }),
  updated: (locale) => ({ first: sql`updated`, by: sql`first desc, name, id collate "C"`, locale }),
};

/** Of equal matches the more particular pathway is the better; then by the English name, which is all that an index can know. */
const BY_RELEVANCE: Order = { first: sql`breadth`, by: sql`cost, first, name, id collate "C"`, locale: 'en' };

type Asked = PathwayQuery & {
  readings: readonly Reading[];
  /** Whether the index holds so many pathways that their words are better not read. */
  many: boolean;
};

const isRanked = ({ sort, readings }: Asked) => sort === 'relevance' && readings.length > 0;

function orderOf(asked: Asked): Order {
  if (isRanked(asked)) return BY_RELEVANCE;
  return ORDERS[asked.sort === 'relevance' ? 'name' : asked.sort](inLocale(asked.locale));
}

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

const activeFacets = ({ filters }: Asked) => PATHWAY_FACETS.filter((facet) => filters[facet]?.length);

const anyOf = (readings: readonly Reading[]) => readings.map((reading) => `(${matching(reading)})`).join(' | ');

/** What holds the words, and whether it passes every filter: looked up once for all that follows; the whole list is rather read by each part in its own way. */
function foundBy(asked: Asked): RawBuilder<unknown> {
  const { readings, filters } = asked;
  const narrowed = readings.length > 0 || activeFacets(asked).length > 0;
  const { first, locale } = orderOf(asked);
  return sql`found as ${narrowed ? sql`materialized` : sql`not materialized`} (
      select *, missed = '' as passes from (
        select id, facets, ${first} as first, name_order ->> ${locale}::text collate "C" as name,
          ${missedOf(filters)} as missed
        from search_pathway ${readings.length > 0 ? sql`where ${byIndex(anyOf(readings))}` : sql``}
        ${narrowed ? sql`offset 0` : sql``}
      ) judged
    )`;
}

const PASSING = sql`select id, first, name from found where passes`;

/** Their words fetched once each from where the table keeps long values: no word is the empty one. */
const WITH_WORDS = sql`select passing.*, ts_delete(words, '') as w from (${PASSING}) passing join search_text using (id) offset 0`;

const kindNamed = (at: number) => sql.id(`kind${at}`);

const foundBefore = (at: number) =>
  sql.join(
    Array.from({ length: at }, (_, before) => sql`(select count(*) from ${kindNamed(before)})`),
    sql` + `,
  );

/** Of many, each better kind of match by itself, and of the next kind none while the page is full without. */
function kindsOfMany({ readings }: Asked, enough: number): RawBuilder<unknown>[] {
  const [typed = []] = readings;
  const kinds = bestFirst(typed).map(byIndex);
  return [...kinds, sql`true`].map((kind, at) => {
    const better = kinds[at - 1];
    const left = better ? sql`and not ${better} and ${foundBefore(at)} < ${enough}::bigint` : sql``;
    return priced(sql`${PASSING} and ${kind} ${left}`, readings, byIndex);
  });
}

/** The page of results, as the last of some parts of a statement. */
function listedOf(asked: Asked): RawBuilder<unknown> {
  const { readings, many, page, perPage } = asked;
  const { by } = orderOf(asked);
  const enough = page * perPage;
  const ranked = () => (many ? kindsOfMany(asked, enough) : [priced(WITH_WORDS, readings, byWords)]);
  const kinds = isRanked(asked) ? ranked() : [PASSING];
  const parts = kinds.map(
    (rows, at) => sql`${kindNamed(at)} as (select * from (${rows}) of_kind order by ${by} limit ${enough}::bigint)`,
  );
  const all = kinds.map((_, at) => sql`select * from ${kindNamed(at)}`);
  return sql`${sql.join(parts)}, listed as (
      select * from (${sql.join(all, sql` union all `)}) of_any_kind
      order by ${by} limit ${perPage}::bigint offset ${enough - perPage}::bigint
    )`;
}

/** A facet's own filter left out: what misses that one alone counts for its values too. */
function countedOf(asked: Asked): RawBuilder<unknown> {
  const others = activeFacets(asked).map(
    (facet) => sql`
        union all
        select facet from (select unnest(facets) as facet from found where missed = ${facet}::text) near
        where starts_with(facet, ${`${facet}:`}::text)`,
  );
  return sql`counted as (
      select facet, count(*) as count from (
        select unnest(facets) as facet from found where passes ${sql.join(others, sql``)}
      ) each group by facet
    )`;
}

const Counts = z.record(z.string(), z.number());

type Row = { total: number; listed: [PathwaySearchDocument, number | null][] | null; counts: unknown };

const itself = { engine: 'postgres', degraded: false } as const;

/** From about how many pathways on the index is asked what holds each word, and their words are not read. */
const MANY = 2_000;

/** Searches the copy in PostgreSQL: full text and trigrams. */
export async function searchPathwayCopy(db: Reader, query: PathwayQuery, manyFrom = MANY): Promise<PathwayResult> {
  const words = queryWords(query.q);
  if (query.q !== '' && words.length === 0) return { total: 0, hits: [], facets: countsOfTokens({}), ...itself };
  const { readings, things } =
    words.length > 0 ? await readingsIn(db, words, PATHWAY_VOCABULARY) : { readings: [], things: 0 };
  const asked = { ...query, readings, many: things >= manyFrom };
  const { rows } = await sql<Row>`
    with ${foundBy(asked)}, ${listedOf(asked)}, ${countedOf(asked)}
    select (select count(*) from found where passes) as total,
      (select json_agg(json_build_array((select document from search_pathway where id = listed.id), ${placesNow(sql`listed.id`)})
        order by ${orderOf(asked).by}) from listed) as listed,
      (select json_object_agg(facet, count) from counted) as counts`.execute(db);
  const [row] = rows;
  return {
    total: row?.total ?? 0,
    hits: hitsOf(
      (row?.listed ?? []).map(([document, placesLeft]) => ({ ...document, placesLeft })),
      words,
      query.locale,
    ),
    facets: countsOfTokens(Counts.parse(row?.counts ?? {})),
    ...itself,
  };
}
