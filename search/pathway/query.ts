import * as z from 'zod';
import { Country, Occupation, PathwayKind, Sector } from '../../app/domain/documents/codes.ts';
import {
  type BadValue,
  COUNTRY_EXPECTED,
  DEFAULT_PER_PAGE,
  type FacetValues,
  OCCUPATION_EXPECTED,
  oneOf,
  readFilters,
  readPaging,
  SECTOR_EXPECTED,
  writeSearch,
} from '../address.ts';
import { PATHWAY_FACETS, PATHWAY_SORTS, type PathwayFacet, type PathwayQuery } from '../engine.ts';

const tristate = z.enum(['yes', 'no', 'not-stated']);

/** The values each facet can have. */
export const FACET_VALUES = {
  destination: Country,
  origin: Country,
  occupation: Occupation,
  sector: Sector,
  kind: PathwayKind,
  status: z.enum(['open', 'closed', 'suspended', 'announced']),
  commitment: z.enum(['none', 'leave-at-end', 'signed-commitment', 'bond', 'cooling-off']),
  settlement: tristate,
  pays: z.enum(['nothing', 'some', 'not-stated']),
} as const satisfies Record<PathwayFacet, z.ZodType<string>>;

const READ = {
  destination: { schema: FACET_VALUES.destination, expected: COUNTRY_EXPECTED, upper: true },
  origin: { schema: FACET_VALUES.origin, expected: COUNTRY_EXPECTED, upper: true },
  occupation: { schema: FACET_VALUES.occupation, expected: OCCUPATION_EXPECTED },
  sector: { schema: FACET_VALUES.sector, expected: SECTOR_EXPECTED, upper: true },
  kind: { schema: FACET_VALUES.kind, expected: oneOf(FACET_VALUES.kind) },
  status: { schema: FACET_VALUES.status, expected: oneOf(FACET_VALUES.status) },
  commitment: { schema: FACET_VALUES.commitment, expected: oneOf(FACET_VALUES.commitment) },
  settlement: { schema: FACET_VALUES.settlement, expected: oneOf(FACET_VALUES.settlement) },
  pays: { schema: FACET_VALUES.pays, expected: oneOf(FACET_VALUES.pays) },
} as const satisfies Record<PathwayFacet, FacetValues>;

/** The parts of a query that stand in an address; the language stands in its path. */
export type PathwaySearch = Omit<PathwayQuery, 'locale'>;

export const emptySearch: PathwaySearch = { q: '', filters: {}, sort: 'relevance', page: 1, perPage: DEFAULT_PER_PAGE };

export const emptyQuery = (locale: string): PathwayQuery => ({ ...emptySearch, locale });

/** Reads an address: unknown keys are ignored, bad values are left out and told. Codes are taken in any letter case. */
export function parseSearch(params: URLSearchParams): { search: PathwaySearch; bad: BadValue[] } {
  const bad: BadValue[] = [];
  const refuse = (key: string, value: string, expected: string) => bad.push({ key, value, expected });
  const paging = readPaging(params, PATHWAY_SORTS, refuse);
  return { search: { ...paging, filters: readFilters(params, PATHWAY_FACETS, READ, refuse) }, bad };
}

/** The address of a search, in canonical order, without what is as it would be anyway. */
export const toSearch = (search: PathwaySearch): URLSearchParams =>
  writeSearch(search, PATHWAY_FACETS, emptySearch.sort);
