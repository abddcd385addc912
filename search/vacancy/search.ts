import { ahead } from '../../app/domain/ahead.ts';
import type { Reader } from '../../db/client.server.ts';
import { conceptsNamed } from '../../db/queries/occupation.ts';
import type { EngineName, VacancyFacet, VacancyQuery, VacancyResult } from '../engine.ts';
import { type QueryWord, queryWords } from '../words.ts';
import { hitsOf } from './hit.ts';
import {
  countsBySide,
  isSide,
  type Known,
  knownLast,
  knownNow,
  PATHWAY_SIDE,
  passing,
  type Reach,
  reachOf,
} from './reach.ts';
import { OWN_FACETS, type OwnFacet, readable } from './traits.ts';

/** The least yearly wages: in euros wherever a rate is known, and in the money asked for. */
export type LeastWage = { comparable: number | null; currency: string; yearly: number };

/** What an engine is asked: all that it has to know, so that both are asked the same. */
export type Asked = {
  query: VacancyQuery;
  words: readonly QueryWord[];
  /** Occupations that the whole of the text names: their vacancies are found too, whatever words they are written in. */
  concepts: readonly string[];
  own: readonly { facet: OwnFacet; values: readonly string[] }[];
  reach: Reach;
  leastWage?: LeastWage;
};

/** What narrows the vacancies; `but`: a facet whose own filter is left out. */
export type Narrowed = {
  own: Asked['own'];
  /** Undefined: of any pathway. */
  pathways: readonly string[] | undefined;
};

/** Counts of those that were found, by the values of their own facets and by pathway. */
export type Counts = { own: Partial<Record<OwnFacet, Record<string, number>>>; pathways: Record<string, number> };

/** How many there are: `left` holds the counts for each facet in use without its own filter. */
export type Counted = { total: number; counts: Counts; left: ReadonlyMap<VacancyFacet, Counts> };

/** What an engine answers: the page, which may be there before all is counted. */
export type Found = { ids: Promise<readonly string[]>; counted: Promise<Counted> };

export const activeFacets = ({ own, reach }: Asked): VacancyFacet[] => [
  ...own.map(({ facet }) => facet),
  ...reach.active,
];

export function narrowed({ own, reach }: Asked, but?: VacancyFacet): Narrowed {
  const side = PATHWAY_SIDE.find((facet) => facet === but);
  const pathways = passing(reach, side);
  const every = reach.out.length === 0 && pathways.length === reach.pathways.length;
  return {
    own: own.filter(({ facet }) => facet !== but),
    pathways: every ? undefined : pathways,
  };
}

function leastWageOf({ wageAtLeast, currency }: VacancyQuery, { rates }: Known): LeastWage | undefined {
  if (wageAtLeast === undefined) return undefined;
  const yearly = wageAtLeast * 12;
  const rate = rates.get(currency);
  return { comparable: rate ? yearly / rate.perEur : null, currency, yearly };
}

/** What a query asks for, as every engine has to know it. */
function askedOf(query: VacancyQuery, known: Known, concepts: readonly string[]): Asked {
  const leastWage = leastWageOf(query, known);
  const own = OWN_FACETS.flatMap((facet) => {
    const values = query.filters[facet] ?? [];
    return values.length > 0 ? [{ facet, values: readable(values) }] : [];
  });
  const reach = reachOf(known, query);
  return { query, words: queryWords(query.q), concepts, own, reach, ...(leastWage && { leastWage }) };
}

/** The occupations that the whole of a text names. */
const conceptsIn = async (db: Reader, { q }: VacancyQuery) => (q === '' ? [] : conceptsNamed(db, q));

/** What a query asks for, as things stand now. */
export async function understand(db: Reader, query: VacancyQuery): Promise<Asked> {
  const [known, concepts] = await Promise.all([knownNow(db), conceptsIn(db, query)]);
  return askedOf(query, known, concepts);
}

const nothing = (): Found => ({
  ids: Promise.resolve([]),
  counted: Promise.resolve({ total: 0, counts: { own: {}, pathways: {} }, left: new Map() }),
});

function facetsOf({ reach }: Asked, { counts, left }: Counted): VacancyResult['facets'] {
  const of = (facet: VacancyFacet) => {
    const here = left.get(facet) ?? counts;
    return isSide(facet) ? countsBySide(reach, facet, here.pathways) : (here.own[facet] ?? {});
  };
  return {
    destination: of('destination'),
    origin: of('origin'),
    occupation: of('occupation'),
    sector: of('sector'),
    pathway: of('pathway'),
    kind: of('kind'),
    settlement: of('settlement'),
    family: of('family'),
    housing: of('housing'),
    language: of('language'),
    wage: of('wage'),
  };
}

/** What the pathways are called that are counted or asked for. */
function namesOf({ reach, query }: Asked, counted: Readonly<Record<string, number>>): VacancyResult['pathwayNames'] {
  const asked = query.filters.pathway ?? [];
  return new Map(
    reach.pathways.flatMap(({ id, name }) => (Object.hasOwn(counted, id) || asked.includes(id) ? [[id, name]] : [])),
  );
}

/** A search of vacancies by whatever `find`s them: understood before and shown after by the database alone. */
export async function searchVacanciesBy(
  db: Reader,
  engine: EngineName,
  query: VacancyQuery,
  find: (asked: Asked) => Found,
): Promise<VacancyResult> {
  const concepts = await conceptsIn(db, query);
  return ahead(
    knownLast(db),
    () => knownNow(db),
    async (known) => {
      const asked = askedOf(query, known, concepts);
      const found = query.q !== '' && asked.words.length === 0 ? nothing() : find(asked);
      const showing = { currency: query.currency, known };
      const [hits, counted] = await Promise.all([
        found.ids.then((ids) => hitsOf(db, ids, asked.words, query, showing)),
        found.counted,
      ]);
      const facets = facetsOf(asked, counted);
      return {
        ...{ hits, total: counted.total, facets, pathwayNames: namesOf(asked, facets.pathway) },
        ...{ rates: known.rates, engine, degraded: false },
      };
    },
  );
}
