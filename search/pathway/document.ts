import type { Money, Obligation, Pathway, Text, WageFloor } from '../../app/domain/documents/index.ts';
import { type WorkerPays, workerCosts, workerPays } from '../../app/domain/pathway/costs.ts';
import { floorStates } from '../../app/domain/pathway/wage-floors.ts';
import type { FacetCounts, PathwayFacet } from '../engine.ts';

/** What an index holds to show of a pathway. */
export type PathwaySearchDocument = Pick<
  Pathway,
  | 'id'
  | 'name'
  | 'summary'
  | 'destination'
  | 'origins'
  | 'exceptOrigins'
  | 'kind'
  | 'sectors'
  | 'occupations'
  | 'status'
  | 'effective'
  | 'familyMayAccompany'
  | 'leadsToSettlement'
  | 'confidence'
  | 'verifiedOn'
> & {
  stay: { initialMonths: number | null; maxMonths: number | null; renewable: boolean };
  commitment: Pathway['return']['commitment'];
  reentry?: NonNullable<Pathway['return']['reentry']>;
  /** The worker's first undertakings about the way back. */
  backLine: { label: Text; due: Obligation['due'] }[];
  workerPays: WorkerPays;
  workerCosts: { label: Text; money?: Money }[];
  /** The general wage floor in force, or else the first one that holds for somebody. */
  wageFloor?: Pick<WageFloor, 'money' | 'per'>;
  /** The day the version was recorded. */
  updated: string;
};

const BACK_LINES = 2;

function wageFloorOf({ wageFloors }: Pathway, today: string): PathwaySearchDocument['wageFloor'] {
  const inForce = floorStates(wageFloors, today).flatMap(({ floor, state }) => (state === 'in-force' ? [floor] : []));
  const floor = inForce.find(({ when }) => when === undefined) ?? inForce[0];
  return floor && { money: floor.money, per: floor.per };
}

/** What a result shows of a pathway: a list needs nothing else. */
export type ShownPathway = PathwaySearchDocument & {
  /** Over the top quotas in force, at the moment of asking, for they move at any time; null: no number is published. */
  placesLeft: number | null;
};

export const toSearchDocument = (
  pathway: Pathway,
  { updated, today }: { updated: string; today: string },
): PathwaySearchDocument => ({
  ...toFigures(pathway, today),
  updated,
});

/** What a list shows of a pathway as it stands today. */
export function toFigures(pathway: Pathway, today: string): Omit<PathwaySearchDocument, 'updated'> {
  const {
    id,
    name,
    summary,
    destination,
    origins,
    exceptOrigins,
    kind,
    sectors,
    occupations,
    status,
    effective,
    familyMayAccompany,
    leadsToSettlement,
    confidence,
    verifiedOn,
  } = pathway;
  const { commitment, reentry, obligations } = pathway.return;
  const { initialMonths, maxMonths, renewable } = pathway.stay;
  const wageFloor = wageFloorOf(pathway, today);
  return {
    ...{
      id,
      name,
      summary,
      destination,
      origins,
      kind,
      sectors,
      occupations,
      status,
      effective,
      familyMayAccompany,
      leadsToSettlement,
      confidence,
      verifiedOn,
    },
    ...(exceptOrigins && { exceptOrigins }),
    stay: { initialMonths, maxMonths, renewable },
    commitment,
    ...(reentry && { reentry }),
    backLine: obligations
      .filter(({ party }) => party === 'worker')
      .slice(0, BACK_LINES)
      .map(({ label, due }) => ({ label, due })),
    workerPays: workerPays(pathway),
    workerCosts: workerCosts(pathway).map(({ label, money }) => ({ label, ...(money && { money }) })),
    ...(wageFloor && { wageFloor }),
  };
}

const settlementOf = ({ leadsToSettlement }: PathwaySearchDocument) =>
  leadsToSettlement === null ? 'not-stated' : leadsToSettlement ? 'yes' : 'no';

/** The values each facet counts a pathway under; `any` counts for none. */
const FACETED: Record<PathwayFacet, (document: PathwaySearchDocument) => readonly string[]> = {
  destination: ({ destination }) => [destination],
  origin: ({ origins, exceptOrigins = [] }) =>
    origins === 'any' ? [] : origins.filter((code) => !exceptOrigins.includes(code)),
  occupation: ({ occupations }) => (occupations === 'any' ? [] : occupations),
  sector: ({ sectors }) => (sectors === 'any' ? [] : sectors),
  kind: ({ kind }) => [kind],
  status: ({ status }) => [status],
  commitment: ({ commitment }) => [commitment],
  settlement: (document) => [settlementOf(document)],
  pays: ({ workerPays: pays }) => [pays],
};

const ANY = 'any';
const prefixesOf = (code: string) => [...code].map((_, at) => code.slice(0, at + 1));

/** What a pathway answers to beyond the values it is counted under. */
const ANSWERS: Partial<
  Record<PathwayFacet, (document: PathwaySearchDocument, everyCountry: readonly string[]) => readonly string[]>
> = {
  // «Any but these» is every country but these; plain «any» is one word that every origin's filter asks for as well.
  origin: ({ origins, exceptOrigins = [] }, everyCountry) => {
    if (origins !== 'any') return [];
    return exceptOrigins.length === 0 ? [ANY] : everyCountry.filter((code) => !exceptOrigins.includes(code));
  },
  // «222» answers to 2, 22 and 222; to a longer code it answers through `=222`.
  occupation: ({ occupations }) =>
    occupations === 'any' ? [ANY] : occupations.flatMap((code) => [...prefixesOf(code), `=${code}`]),
  sector: ({ sectors }) => (sectors === 'any' ? [ANY] : []),
};

/** What a filter value asks for: any of these words. */
const ASKED: Partial<Record<PathwayFacet, (value: string) => readonly string[]>> = {
  origin: (value) => [value, ANY],
  occupation: (value) => [
    value,
    ...prefixesOf(value)
      .slice(0, -1)
      .map((code) => `=${code}`),
    ANY,
  ],
  sector: (value) => [value, ANY],
};

const token = (facet: PathwayFacet) => (value: string) => `${facet}:${value}`;
const FACETS = Object.keys(FACETED).filter((name): name is PathwayFacet => name in FACETED);

/** Each facet value a pathway is counted under, as `facet:value`. */
export const facetTokens = (document: PathwaySearchDocument): string[] =>
  FACETS.flatMap((facet) => [...new Set(FACETED[facet](document))].map(token(facet)));

/** Every word a filter may find a pathway by; one list serves both engines. */
export const filterTokens = (document: PathwaySearchDocument, everyCountry: readonly string[]): string[] =>
  FACETS.flatMap((facet) =>
    [...new Set([...FACETED[facet](document), ...(ANSWERS[facet]?.(document, everyCountry) ?? [])])].map(token(facet)),
  );

/** Control characters and halves of letters: no document's value holds one, and neither engine reads them all. */
const UNREADABLE = /[\p{Cc}\p{Cs}]/u;

/** The words of which a pathway must have one, for the chosen values of a facet. */
export function askedTokens(facet: PathwayFacet, values: readonly string[]): string[] {
  const readable = values.filter((value) => !UNREADABLE.test(value));
  return [...new Set(readable.flatMap((value) => ASKED[facet]?.(value) ?? [value]))].map(token(facet));
}

/** `facet:value` taken apart; values hold no colon. */
function facetOfToken(text: string): { facet: PathwayFacet; value: string } | undefined {
  const at = text.indexOf(':');
  const facet = FACETS.find((name) => name === text.slice(0, at));
  return facet && { facet, value: text.slice(at + 1) };
}

/** Counts by token as counts by facet and value. */
export function countsOfTokens(tokens: Readonly<Record<string, number>>): FacetCounts {
  const counts: FacetCounts = {
    destination: {},
    origin: {},
    occupation: {},
    sector: {},
    kind: {},
    status: {},
    commitment: {},
    settlement: {},
    pays: {},
  };
  for (const [text, count] of Object.entries(tokens)) {
    const found = facetOfToken(text);
    if (found) counts[found.facet][found.value] = count;
  }
  return counts;
}
