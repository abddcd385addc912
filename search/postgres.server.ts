import { sql } from 'kysely';
import * as z from 'zod';
import { LOCALES } from '../app/i18n/locale.ts';
import type { Reader } from '../db/client.server.ts';
import {
  PATHWAY_FACETS,
  type PathwayQuery,
  type PathwayResult,
  type PathwaySort,
  type SearchEngine,
} from './engine.ts';
import { askedTokens, countsOfTokens } from './pathway/document.ts';
import { hitOf } from './pathway/hit.ts';
import type { PathwayIndexEntry } from './pathway/index-entry.ts';
import { type QueryWord, queryWords, typosAllowed, typosIn } from './words.ts';

/** How many words of the index one typed word may stand for. */
const MOST_MEANINGS = 60;
const MOST_CANDIDATES = 400;

/** The words of the index that a typed word may mean, the closest first. */
type Meaning = { typed: QueryWord; exact: string[]; close: string[] };

const likePrefix = (word: string) => `${word.replace(/[\\%_]/g, '\\$&')}%`;

/** Candidates come by their beginning and by shared trigrams; the distance decides. */
async function meaningsOf(db: Reader, words: readonly QueryWord[]): Promise<Meaning[]> {
  return Promise.all(
    words.map(async (typed) => {
      if (typosAllowed(typed.word) === 0) return { typed, exact: [typed.word], close: [] };
      const { rows } = await sql<{ word: string }>`
        (select word from search_word where word like ${likePrefix(typed.word)} limit ${MOST_CANDIDATES})
        union
        (select word from search_word where word % ${typed.word} order by similarity(word, ${typed.word}) desc, word limit ${MOST_CANDIDATES})`.execute(
        db,
      );
      const judged = rows.flatMap(({ word }) => {
        const typos = typosIn(typed, word);
        return typos === undefined ? [] : [{ word, typos }];
      });
      const close = judged
        .filter(({ typos }) => typos > 0)
        .sort((a, b) => a.typos - b.typos || a.word.localeCompare(b.word));
      return { typed, exact: [typed.word], close: close.slice(0, MOST_MEANINGS).map(({ word }) => word) };
    }),
  );
}

/** A word of a tsquery. Words hold only letters, marks and digits, so a quote cannot occur in them. */
const lexeme = (word: string, prefix = false) => `'${word}'${prefix ? ':*' : ''}`;

function tsquery(meanings: readonly Meaning[], withTypos: boolean): string {
  return meanings
    .map(
      ({ typed, close }) =>
        `(${[lexeme(typed.word, typed.prefix), ...(withTypos ? close.map((word) => lexeme(word)) : [])].join(' | ')})`,
    )
    .join(' & ');
}

/** Like `relevance`, but for the same list without words. */
const ORDERS: Record<Exclude<PathwaySort, 'relevance'>, (locale: string) => ReturnType<typeof sql>> = {
  name: () => sql``,
  destination: (locale) => sql`destination_order ->> ${locale}::text collate "C",`,
  places: () => sql`places asc nulls last,`,
  stay: () => sql`stay desc nulls last,`,
  updated: () => sql`updated desc,`,
};

/** Name weighs ten times what an agency's name does; a word nearer its fellows weighs more. */
const rank = (exact: string, loose: string) =>
  sql`(words @@ ${exact}::tsquery) desc, round(ts_rank_cd('{0.05, 0.2, 0.4, 1}', words, ${loose}::tsquery, 2)::numeric, 6) desc,`;

const inLocale = (locale: string) => (Object.hasOwn(LOCALES, locale) ? locale : 'en');

const Counts = z.record(z.string(), z.number());

type Row = { total: number; entries: PathwayIndexEntry[] | null; counts: unknown };

const itself = { engine: 'postgres', degraded: false } as const;

async function search(db: Reader, { q, filters, sort, page, perPage, locale }: PathwayQuery): Promise<PathwayResult> {
  const words = queryWords(q);
  if (q !== '' && words.length === 0) return { total: 0, hits: [], facets: countsOfTokens({}), ...itself };
  const meanings = await meaningsOf(db, words);
  const [exact, loose] = [tsquery(meanings, false), tsquery(meanings, true)];
  const active = PATHWAY_FACETS.filter((facet) => filters[facet]?.length);
  const missed = active.map(
    (facet) =>
      sql`case when filters && ${askedTokens(facet, filters[facet] ?? [])}::text[] then null else ${facet}::text end`,
  );
  const order = sort === 'relevance' ? (words.length > 0 ? rank(exact, loose) : sql``) : ORDERS[sort](inLocale(locale));
  const { rows } = await sql<Row>`
    with judged as materialized (
      select id, words, facets, places, stay, updated, name_order, destination_order,
        array_remove(array[${missed.length > 0 ? sql.join(missed) : sql`null::text`}]::text[], null) as missed
      from search_pathway
      ${words.length > 0 ? sql`where words @@ ${loose}::tsquery` : sql``}
    ), hits as (
      select id, row_number() over (order by ${order} name_order ->> ${inLocale(locale)}::text collate "C", id) as place
      from judged where missed = '{}'
    ), shown as (
      select entry, place from hits join search_pathway using (id)
      where place > ${(page - 1) * perPage}::bigint and place <= ${page * perPage}::bigint
    ), counted as (
      select facet, count(*) as count from judged, unnest(facets) facet
      where missed = '{}' or (cardinality(missed) = 1 and split_part(facet, ':', 1) = missed[1])
      group by facet
    )
    select (select count(*) from hits) as total,
      (select json_agg(entry order by place) from shown) as entries,
      (select json_object_agg(facet, count) from counted) as counts`.execute(db);
  const [row] = rows;
  const entries = row?.entries ?? [];
  return {
    total: row?.total ?? 0,
    hits: entries.map(({ document }) => hitOf(document, words, locale)),
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
