import { type RawBuilder, sql } from 'kysely';
import { WAGE_BANDS } from '../../app/domain/money/comparable-wage.ts';
import type { Reader } from '../../db/client.server.ts';
import type { VacancyFacet, VacancyQuery, VacancyResult, VacancySort } from '../engine.ts';
import { readingsIn } from '../vocabulary.server.ts';
import { kindsOf, namedBy } from './named.ts';
import { VACANCY_VOCABULARY } from './project.ts';
import { type Asked, activeFacets, type Counts, type Found, narrowed, searchVacanciesBy } from './search.ts';
import { bandToken, type OwnFacet } from './traits.ts';

type Condition = RawBuilder<unknown>;

const ORDERS: Record<VacancySort, RawBuilder<unknown>> = {
  relevance: sql`updated desc, id`,
  updated: sql`updated desc, id`,
  wage: sql`comparable desc nulls last, currency, yearly desc nulls last, id`,
  start: sql`start_on, id`,
  closing: sql`closes, id`,
  places: sql`places desc, id`,
};

/** Every column that some order is by. */
const ORDERED = sql`id, updated, comparable, currency, yearly, start_on, closes, places`;

const all = (conditions: readonly Condition[]): Condition => sql.join([sql`true`, ...conditions], sql` and `);
const texts = (values: readonly string[]) => sql`${[...values]}::text[]`;

/** What a vacancy's own row says: that it is open, the wage and the day. */
function ofRow({ query: { on, startFrom }, leastWage }: Asked): Condition[] {
  return [
    sql`(closes is null or closes >= ${on}::date)`,
    ...(startFrom === undefined ? [] : [sql`start_on >= ${startFrom}::date`]),
    ...(leastWage === undefined
      ? []
      : [
          sql`(comparable >= ${leastWage.comparable}::float8 or (currency = ${leastWage.currency} and yearly >= ${leastWage.yearly}::float8))`,
        ]),
  ];
}

const holding = (query: string): Condition => sql`words @@ ${query}::tsquery`;

const BAND_TOKENS = WAGE_BANDS.map(bandToken);

/** Whether a facet's own filter is passed: by the band of the wage, or by the traits. */
const passes = (facet: OwnFacet, tokens: readonly string[]): Condition =>
  facet === 'wage'
    ? sql`coalesce(band = any(${tokens.map((token) => BAND_TOKENS.indexOf(token))}::smallint[]), false)`
    : sql`filters && ${texts(tokens)}`;

/** Filters by what many vacancies share are looked up among what is shared. */
function ofTraits(asked: Asked): Condition[] {
  const { pathways } = narrowed(asked);
  const wage = asked.own.filter(({ facet }) => facet === 'wage').map(({ facet, tokens }) => passes(facet, tokens));
  const shared = asked.own.filter(({ facet }) => facet !== 'wage').map(({ facet, tokens }) => passes(facet, tokens));
  const ofPathway = pathways === undefined ? [] : [sql`pathway = any(${texts(pathways)})`];
  const narrowing = [...shared, ...ofPathway];
  return narrowing.length === 0
    ? wage
    : [...wage, sql`traits in (select id from search_traits where ${all(narrowing)})`];
}

const kindNamed = (at: number) => sql.id(`kind${at}`);

const foundBefore = (at: number) =>
  sql.join(
    Array.from({ length: at }, (_, before) => sql`(select count(*) from ${kindNamed(before)})`),
    sql` + `,
  );

/** Each better kind of match by itself, and of the next kind none while the page is full without. */
function listOf(asked: Asked, kinds: readonly string[]): RawBuilder<{ id: string }> {
  const { sort, page, perPage } = asked.query;
  const order = ORDERS[sort];
  const enough = page * perPage;
  const conditions = [...ofRow(asked), ...ofTraits(asked)];
  const parts = kinds.map((kind, at) => {
    const better = kinds[at - 1];
    const left = better === undefined ? [] : [sql`not ${holding(better)}`, sql`${foundBefore(at)} < ${enough}::bigint`];
    return sql`${kindNamed(at)} as materialized (
      select ${ORDERED}, ${at}::int as kind from search_vacancy
      where ${all([...conditions, holding(kind), ...left])} order by ${order} limit ${enough}::bigint)`;
  });
  const window = sql`limit ${perPage}::bigint offset ${enough - perPage}::bigint`;
  if (parts.length === 0)
    return sql`select id from search_vacancy where ${all(conditions)} order by ${order} ${window}`;
  const union = sql.join(
    kinds.map((_, at) => sql`select * from ${kindNamed(at)}`),
    sql` union all `,
  );
  return sql`with ${sql.join(parts)} select id from (${union}) listed order by kind, ${order} ${window}`;
}

/** The facets whose filter a group of vacancies does not pass, a space between them. */
function missedOf({ own }: Asked): RawBuilder<string> {
  const ofOwn = own.map(
    ({ facet, tokens }) => sql`case when ${passes(facet, tokens)} then null else ${facet}::text end`,
  );
  return sql`concat_ws(' ', ${sql.join([...ofOwn, sql`nullif(reached.missed, '')`])})`;
}

/**
 * Counts are taken among the sets of traits, of which there are few: each vacancy is read once, and only for its set and band. What
 * misses one filter alone counts for that facet's values too.
 */
function countOf(asked: Asked, whole: string | undefined): RawBuilder<CountRow> {
  const { pathways } = asked.reach;
  const near = ['', ...activeFacets(asked)];
  return sql`
    with grouped as (
      select traits, band, count(*) as n from search_vacancy
      where ${all([...ofRow(asked), ...(whole === undefined ? [] : [holding(whole)])])} group by traits, band
    ), judged as materialized (
      select pathway, n, ${missedOf(asked)} as missed,
        case when band is null then facets else facets || (${texts(BAND_TOKENS)})[band + 1] end as facets
      from grouped join search_traits traits on traits.id = grouped.traits
      join unnest(${texts(pathways.map(({ id }) => id))}, ${texts(pathways.map(({ missed }) => missed.join(' ')))})
        as reached (id, missed) on reached.id = traits.pathway
    )
    select missed as but, 'token' as what, token as key, sum(n)::bigint as n from judged, unnest(facets) as token
    where missed = any(${texts(near)}) group by missed, token
    union all
    select missed, 'pathway', pathway, sum(n)::bigint from judged where missed = any(${texts(near)}) group by missed, pathway`;
}

type CountRow = { but: string; what: 'token' | 'pathway'; key: string; n: number };

function countsFrom(rows: readonly CountRow[], but: readonly string[]): Counts {
  const counts = { token: new Map<string, number>(), pathway: new Map<string, number>() };
  for (const { but: of, what, key, n } of rows)
    if (but.includes(of)) counts[what].set(key, (counts[what].get(key) ?? 0) + n);
  return { tokens: Object.fromEntries(counts.token), pathways: Object.fromEntries(counts.pathway) };
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, one) => total + one, 0);

/** How a text is read; none where there is none. */
async function meant(db: Reader, { words, concepts }: Asked): Promise<{ kinds: readonly string[]; whole?: string }> {
  if (words.length === 0) return { kinds: [] };
  const { readings } = await readingsIn(db, words, VACANCY_VOCABULARY);
  return kindsOf(readings, await namedBy(db, readings), concepts);
}

async function find(db: Reader, asked: Asked): Promise<Found> {
  const { kinds, whole } = await meant(db, asked);
  const ranked = asked.query.sort === 'relevance' || whole === undefined ? kinds : [whole];
  const [counted, listed] = await Promise.all([countOf(asked, whole).execute(db), listOf(asked, ranked).execute(db)]);
  const counts = countsFrom(counted.rows, ['']);
  return {
    total: sum(counts.pathways),
    ids: listed.rows.map(({ id }) => id),
    counts,
    left: new Map(
      activeFacets(asked).map((facet): [VacancyFacet, Counts] => [facet, countsFrom(counted.rows, ['', facet])]),
    ),
  };
}

/** Searches the copy in PostgreSQL. */
export const searchVacancyCopy = (db: Reader, query: VacancyQuery): Promise<VacancyResult> =>
  searchVacanciesBy(db, 'postgres', query, (asked) => find(db, asked));
