import { type RawBuilder, sql } from 'kysely';
import { WAGE_BANDS } from '../../app/domain/money/comparable-wage.ts';
import type { Reader } from '../../db/client.server.ts';
import type { VacancyFacet, VacancyQuery, VacancyResult, VacancySort } from '../engine.ts';
import { readingsIn } from '../vocabulary.server.ts';
import { kindsOf, namedBy } from './named.ts';
import { VACANCY_VOCABULARY } from './project.ts';
import {
  type Asked,
  activeFacets,
  type Counted,
  type Counts,
  type Found,
  narrowed,
  searchVacanciesBy,
  understand,
} from './search.ts';
import { groupOf, OWN_FACETS, type OwnFacet, prefixesOf } from './traits.ts';

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

const requiring = (requirements: readonly number[]): Condition =>
  sql`requirement = any(${[...requirements]}::bigint[])`;

/** What a vacancy's own row says: that it is open, the wage, the day and what it requires. */
function ofRow({ query: { on, startFrom, requirements }, leastWage }: Asked): Condition[] {
  return [
    sql`(closes is null or closes >= ${on}::date)`,
    ...(startFrom === undefined ? [] : [sql`start_on >= ${startFrom}::date`]),
    ...(requirements === undefined ? [] : [requiring(requirements.flat())]),
    ...(leastWage === undefined
      ? []
      : [
          sql`(comparable >= ${leastWage.comparable}::float8 or (currency = ${leastWage.currency} and yearly >= ${leastWage.yearly}::float8))`,
        ]),
  ];
}

const holding = (query: string): Condition => sql`words @@ ${query}::tsquery`;

/** Occupations under a code, and the groups that it is in: either may be the prefix of the other. */
const ofOccupations = (codes: readonly string[]): Condition =>
  sql`(occupation ^@ any(${texts(codes)}) or occupation = any(${texts(codes.flatMap(prefixesOf))}))`;

/** What passes the filter of a facet. */
const PASSES: Record<OwnFacet, (values: readonly string[]) => Condition> = {
  destination: (values) => sql`destination = any(${texts(values)})`,
  occupation: ofOccupations,
  sector: (values) => sql`sector = any(${texts(values)})`,
  housing: (values) => sql`housing = any(${texts(values)})`,
  language: (values) => sql`string_to_array(languages, ' ') && ${texts(values)}`,
  wage: (values) => sql`band = any(${values.map((value) => WAGE_BANDS.map(String).indexOf(value))}::smallint[])`,
};

/** The filters, without that of `but`. */
function ofFilters(asked: Asked, but?: VacancyFacet): Condition[] {
  const { own, pathways } = narrowed(asked, but);
  return [
    ...own.map(({ facet, values }) => PASSES[facet](values)),
    ...(pathways === undefined ? [] : [sql`pathway = any(${texts(pathways)})`]),
  ];
}

const partNamed = (at: number) => sql.id(`part${at}`);

const foundBefore = (at: number) =>
  sql.join(
    Array.from({ length: at }, (_, before) => sql`(select count(*) from ${partNamed(before)})`),
    sql` + `,
  );

/** What each part of a list holds, in the order of the parts: what is required before, then each better kind of match by itself. */
function partsOf({ query: { requirements } }: Asked, kinds: readonly string[]): Condition[][] {
  const required = requirements?.map((numbers) => [requiring(numbers)]) ?? [[]];
  const matching = kinds.map((kind, at) => {
    const better = kinds[at - 1];
    // In one query for the index, which tells it without reading any words.
    return [holding(better === undefined ? kind : `(${kind}) & !(${better})`)];
  });
  return required.flatMap((one) => (matching.length === 0 ? [one] : matching.map((other) => [...one, ...other])));
}

/** Part by part, and of the next part nothing while the page is full without. */
function listOf(asked: Asked, kinds: readonly string[]): RawBuilder<{ id: string }> {
  const { sort, page, perPage } = asked.query;
  const order = ORDERS[sort];
  const enough = page * perPage;
  const conditions = [...ofRow(asked), ...ofFilters(asked)];
  const window = sql`limit ${perPage}::bigint offset ${enough - perPage}::bigint`;
  const parts = partsOf(asked, kinds);
  const [first = [], ...others] = parts;
  if (others.length === 0)
    return sql`select id from search_vacancy where ${all([...conditions, ...first])} order by ${order} ${window}`;
  const listed = parts.map((part, at) => {
    const left = at === 0 ? [] : [sql`${foundBefore(at)} < ${enough}::bigint`];
    return sql`${partNamed(at)} as materialized (
      select ${ORDERED}, ${at}::int as part from search_vacancy
      where ${all([...conditions, ...part, ...left])} order by ${order} limit ${enough}::bigint)`;
  });
  const union = sql.join(
    parts.map((_, at) => sql`select * from ${partNamed(at)}`),
    sql` union all `,
  );
  return sql`with ${sql.join(listed)} select id from (${union}) listed order by part, ${order} ${window}`;
}

/** What is counted by each: the pathway for all facets that a vacancy has by it. */
const COUNTED = ['pathway', 'destination', 'occupation', 'sector', 'housing', 'languages', 'band'] as const;
type Column = (typeof COUNTED)[number];

const COLUMN_OF: Record<OwnFacet, Column> = {
  ...{ destination: 'destination', occupation: 'occupation', sector: 'sector', housing: 'housing' },
  ...{ language: 'languages', wage: 'band' },
};
const isOwn = (facet: VacancyFacet): facet is OwnFacet => facet in COLUMN_OF;
const columnOf = (facet: VacancyFacet): Column => (isOwn(facet) ? COLUMN_OF[facet] : 'pathway');

type CountRow = { but: string; by: Column; value: string | null; n: number };

/** One reading of what passes, counted by several columns at once. */
function countBy(columns: readonly Column[], conditions: readonly Condition[], but: string): RawBuilder<CountRow> {
  const refs = columns.map((column) => sql.ref(column));
  const by = columns.map((column) => sql`when grouping(${sql.ref(column)}) = 0 then ${column}::text`);
  const values = refs.map((ref) => sql`${ref}::text`);
  return sql`
    select ${but}::text as but, case ${sql.join(by, sql` `)} end as by, coalesce(${sql.join(values)}) as value, count(*) as n
    from found where ${all(conditions)} group by grouping sets (${sql.join(refs.map((ref) => sql`(${ref})`))})`;
}

/** Everything counted under all filters, and what each facet in use counts without its own. A text is looked up once for all of them. */
function countOf(asked: Asked, whole: string | undefined): RawBuilder<CountRow> {
  const text = whole === undefined ? [] : [holding(whole)];
  const counts = [
    countBy(COUNTED, ofFilters(asked), ''),
    ...activeFacets(asked).map((facet) => countBy([columnOf(facet)], ofFilters(asked, facet), facet)),
  ];
  return sql`
    with found as ${whole === undefined ? sql`not materialized` : sql`materialized`} (
      select ${sql.join(COUNTED.map((column) => sql.ref(column)))} from search_vacancy where ${all([...ofRow(asked), ...text])}
    )
    ${sql.join(counts, sql` union all `)}`;
}

/** What a value of a column counts under: of languages several, of bands their names, of occupations their groups. */
function valuesIn(by: Column, value: string): string[] {
  if (by === 'languages') return value.split(' ');
  if (by === 'band') return [WAGE_BANDS[Number(value)] ?? value];
  return [by === 'occupation' ? groupOf(value) : value];
}

function tallied(rows: readonly CountRow[], column: Column): Record<string, number> {
  const tally = new Map<string, number>();
  for (const { by, value, n } of rows)
    if (by === column && value !== null)
      for (const one of valuesIn(by, value)) tally.set(one, (tally.get(one) ?? 0) + n);
  return Object.fromEntries(tally);
}

function countsFrom(rows: readonly CountRow[], but: string): Counts {
  const here = rows.filter((row) => row.but === but);
  return {
    own: Object.fromEntries(OWN_FACETS.map((facet) => [facet, tallied(here, COLUMN_OF[facet])])),
    pathways: tallied(here, 'pathway'),
  };
}

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((total, one) => total + one, 0);

/** How a text is read; none where there is none. */
async function meant(db: Reader, { words, concepts }: Asked): Promise<{ kinds: readonly string[]; whole?: string }> {
  if (words.length === 0) return { kinds: [] };
  const { readings } = await readingsIn(db, words, VACANCY_VOCABULARY);
  return kindsOf(readings, await namedBy(db, readings), concepts);
}

async function count(db: Reader, asked: Asked, whole: string | undefined): Promise<Counted> {
  const { rows } = await countOf(asked, whole).execute(db);
  const counts = countsFrom(rows, '');
  return {
    ...{ total: sum(counts.pathways), counts },
    left: new Map(activeFacets(asked).map((facet): [VacancyFacet, Counts] => [facet, countsFrom(rows, facet)])),
  };
}

async function list(db: Reader, asked: Asked, kinds: readonly string[]): Promise<string[]> {
  const { rows } = await listOf(asked, kinds).execute(db);
  return rows.map(({ id }) => id);
}

function find(db: Reader, asked: Asked): Found {
  const meaning = meant(db, asked);
  const rankedBy = ({ kinds, whole }: Awaited<typeof meaning>) =>
    asked.query.sort === 'relevance' || whole === undefined ? kinds : [whole];
  return {
    ids: meaning.then((read) => list(db, asked, rankedBy(read))),
    counted: meaning.then(({ whole }) => count(db, asked, whole)),
  };
}

/** Searches the copy in PostgreSQL. */
export const searchVacancyCopy = (db: Reader, query: VacancyQuery): Promise<VacancyResult> =>
  searchVacanciesBy(db, 'postgres', query, (asked) => find(db, asked));

/** Those of these vacancies that a search finds, by the copy in PostgreSQL. */
export async function foundAmong(db: Reader, query: VacancyQuery, ids: readonly string[]): Promise<string[]> {
  const asked = await understand(db, query);
  if (query.q !== '' && asked.words.length === 0) return [];
  const { whole } = await meant(db, asked);
  const text = whole === undefined ? [] : [holding(whole)];
  const conditions = [sql`id = any(${texts(ids)})`, ...ofRow(asked), ...ofFilters(asked), ...text];
  const { rows } = await sql<{
    id: string;
  }>`select id from search_vacancy where ${all(conditions)} order by id`.execute(db);
  return rows.map(({ id }) => id);
}
