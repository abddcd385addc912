import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../../db/client.server.ts';
import type { VacancyFacet, VacancyQuery } from '../engine.ts';
import { askedTokens } from '../pathway/document.ts';

/** Facets that a vacancy has by its pathway, and that follow it whenever it changes. */
export const PATHWAY_SIDE = [
  'origin',
  'pathway',
  'kind',
  'settlement',
  'family',
] as const satisfies readonly VacancyFacet[];
export type PathwaySide = (typeof PATHWAY_SIDE)[number];

/** What a pathway counts its vacancies under, and which of the filters in use it does not pass. */
type Reached = { id: string; values: Record<PathwaySide, readonly string[]>; missed: readonly PathwaySide[] };

/** The pathways in effect, as a search of vacancies sees them. */
export type Reach = {
  pathways: readonly Reached[];
  /** Recorded, and not in effect: their vacancies are found by nobody. */
  out: readonly string[];
  active: readonly PathwaySide[];
};

type Row = { id: string; facets: string[]; family: string | null; inEffect: boolean; passes: boolean[] };

/** Facets that the search copy of pathways answers by itself. */
const BY_COPY = ['origin', 'kind', 'settlement'] as const satisfies readonly PathwaySide[];

const FAMILY: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

const valuesOf = ({ id, facets, family }: Row): Reached['values'] => {
  const ofFacet = (facet: string) =>
    facets.flatMap((text) => (text.startsWith(`${facet}:`) ? [text.slice(facet.length + 1)] : []));
  return {
    origin: ofFacet('origin'),
    pathway: [id],
    kind: ofFacet('kind'),
    settlement: ofFacet('settlement'),
    family: [FAMILY[family ?? ''] ?? 'not-stated'],
  };
};

function missedBy(row: Row, values: Reached['values'], filters: VacancyQuery['filters']): PathwaySide[] {
  const byCopy = BY_COPY.filter((_, at) => row.passes[at] === false);
  const byValue = (['pathway', 'family'] as const).filter((facet) => {
    const asked = filters[facet] ?? [];
    return asked.length > 0 && !values[facet].some((value) => asked.includes(value));
  });
  return [...byCopy, ...byValue];
}

const passes = (facet: (typeof BY_COPY)[number], values: readonly string[]): RawBuilder<boolean> =>
  values.length === 0 ? sql`true` : sql`filters && ${askedTokens(facet, values)}::text[]`;

/** Looks at the pathways, which are few, so that their vacancies need not repeat what they say. */
export async function reachOf(db: Reader, { filters, on }: VacancyQuery): Promise<Reach> {
  const checks = BY_COPY.map((facet) => passes(facet, filters[facet] ?? []));
  const { rows } = await sql<Row>`
    select id, facets, document ->> 'familyMayAccompany' as family, array[${sql.join(checks)}] as passes,
      document #>> '{effective,from}' <= ${on} and coalesce(document #>> '{effective,to}' >= ${on}, true) as "inEffect"
    from search_pathway order by id`.execute(db);
  return {
    pathways: rows
      .filter(({ inEffect }) => inEffect)
      .map((row) => {
        const values = valuesOf(row);
        return { id: row.id, values, missed: missedBy(row, values, filters) };
      }),
    out: rows.flatMap(({ id, inEffect }) => (inEffect ? [] : [id])),
    active: PATHWAY_SIDE.filter((facet) => (filters[facet] ?? []).length > 0),
  };
}

/** The pathways that pass every filter but perhaps one; `but` names none: those that pass all. */
export const passing = ({ pathways }: Reach, but?: PathwaySide): string[] =>
  pathways.flatMap(({ id, missed }) => (missed.every((facet) => facet === but) ? [id] : []));

/** Counts of vacancies by pathway as counts of one facet's values. */
export function countsBySide(
  { pathways }: Reach,
  facet: PathwaySide,
  byPathway: Readonly<Record<string, number>>,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { id, values } of pathways) {
    const count = byPathway[id] ?? 0;
    if (count > 0) for (const value of values[facet]) counts[value] = (counts[value] ?? 0) + count;
  }
  return counts;
}
