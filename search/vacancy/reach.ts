import { sql } from 'kysely';
import type { Text } from '../../app/domain/documents/index.ts';
import { isInEffect } from '../../app/domain/eligibility/in-effect.ts';
import type { Reader } from '../../db/client.server.ts';
import { keepForEach } from '../../db/kept.ts';
import { loadRates } from '../../db/queries/rate.ts';
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

export const isSide = (facet: VacancyFacet): facet is PathwaySide => PATHWAY_SIDE.some((one) => one === facet);

/** A pathway as a search of vacancies sees it. */
type KnownPathway = {
  id: string;
  name: Text;
  effective: { from: string; to: string | null };
  values: Readonly<Record<PathwaySide, readonly string[]>>;
  /** The words that a filter finds it by. */
  filters: ReadonlySet<string>;
};

type Reached = Pick<KnownPathway, 'id' | 'name' | 'values'> & {
  /** Which of the filters in use it does not pass. */
  missed: readonly PathwaySide[];
};

/** The pathways in effect, as a search of vacancies sees them. */
export type Reach = {
  pathways: readonly Reached[];
  /** Recorded, and not in effect: their vacancies are found by nobody. */
  out: readonly string[];
  active: readonly PathwaySide[];
};

type Row = {
  id: string;
  name: Text;
  from: string;
  to: string | null;
  facets: string[];
  filters: string[];
  family: string | null;
};

const FAMILY: Readonly<Record<string, string>> = { true: 'yes', false: 'no' };

function valuesOf({ id, facets, family }: Row): KnownPathway['values'] {
  const ofFacet = (facet: string) =>
    facets.flatMap((text) => (text.startsWith(`${facet}:`) ? [text.slice(facet.length + 1)] : []));
  return {
    origin: ofFacet('origin'),
    pathway: [id],
    kind: ofFacet('kind'),
    settlement: ofFacet('settlement'),
    family: [FAMILY[family ?? ''] ?? 'not-stated'],
  };
}

async function readPathways(db: Reader): Promise<KnownPathway[]> {
  const { rows } = await sql<Row>`
    select id, document -> 'name' as name, facets, filters, document ->> 'familyMayAccompany' as family,
      document #>> '{effective,from}' as "from", document #>> '{effective,to}' as "to"
    from search_pathway order by id`.execute(db);
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, effective: { from: row.from, to: row.to } },
    ...{ values: valuesOf(row), filters: new Set(row.filters) },
  }));
}

/** What a search knows beforehand: the pathways, which are few, so that their vacancies need not repeat what they say, and the rates. */
export type Known = {
  pathways: readonly KnownPathway[];
  rates: Awaited<ReturnType<typeof loadRates>>;
};

const knownThrough = keepForEach<Reader, Known>(['search_pathway', 'exchange_rate']);

async function readKnown(db: Reader): Promise<Known> {
  const [pathways, rates] = await Promise.all([readPathways(db), loadRates(db)]);
  return { pathways, rates };
}

/** What was known when it was looked at last. */
export const knownLast = (db: Reader): Known | undefined => knownThrough(db).last();

/** What is known now: the same as before while nothing changes. */
export const knownNow = (db: Reader): Promise<Known> => knownThrough(db).now(db, () => readKnown(db));

/** Facets that the search copy of pathways answers by itself. */
const BY_COPY: readonly PathwaySide[] = ['origin', 'kind', 'settlement'];
const isByCopy = (facet: PathwaySide): facet is 'origin' | 'kind' | 'settlement' => BY_COPY.includes(facet);

const passes = ({ filters, values }: KnownPathway, facet: PathwaySide, asked: readonly string[]): boolean =>
  isByCopy(facet)
    ? askedTokens(facet, asked).some((token) => filters.has(token))
    : values[facet].some((value) => asked.includes(value));

export function reachOf({ pathways }: Known, { filters, on }: VacancyQuery): Reach {
  const active = PATHWAY_SIDE.filter((facet) => (filters[facet] ?? []).length > 0);
  return {
    pathways: pathways
      .filter((pathway) => isInEffect(pathway, on))
      .map((pathway) => ({
        ...{ id: pathway.id, name: pathway.name, values: pathway.values },
        missed: active.filter((facet) => !passes(pathway, facet, filters[facet] ?? [])),
      })),
    out: pathways.flatMap((pathway) => (isInEffect(pathway, on) ? [] : [pathway.id])),
    active,
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
