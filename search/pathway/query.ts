import * as z from 'zod';
import { Country, Occupation, PathwayKind, Sector } from '../../app/domain/documents/codes.ts';
import { PATHWAY_FACETS, PATHWAY_SORTS, type PathwayFacet, type PathwayQuery } from '../engine.ts';

/** The most results a page may hold. */
export const MOST_PER_PAGE = 100;
export const DEFAULT_PER_PAGE = 20;
/** A search box line; longer ones are cut by the page and refused by the API. */
export const LONGEST_Q = 200;

const tristate = z.enum(['yes', 'no', 'not-stated']);

/** The values each facet can have: anything else is a slip of the reader or of a link. */
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

/** The parts of a query that stand in an address; the language stands in its path. */
export type PathwaySearch = Omit<PathwayQuery, 'locale'>;

/** A value of an address that means nothing here. */
export type BadValue = { key: string; value: string; expected: string };

export const emptySearch: PathwaySearch = { q: '', filters: {}, sort: 'relevance', page: 1, perPage: DEFAULT_PER_PAGE };

export const emptyQuery = (locale: string): PathwayQuery => ({ ...emptySearch, locale });

const Count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

const lastOf = (params: URLSearchParams, key: string): string | undefined =>
  params.getAll(key).at(-1)?.trim() || undefined;

/** Reads an address: unknown keys are ignored, bad values are left out and told. Codes are taken in any letter case. */
export function parseSearch(params: URLSearchParams): { search: PathwaySearch; bad: BadValue[] } {
  const bad: BadValue[] = [];
  const refuse = (key: string, value: string, expected: string) => bad.push({ key, value, expected });
  const q = [...(lastOf(params, 'q') ?? '').replace(/\s+/gu, ' ')];
  if (q.length > LONGEST_Q) refuse('q', q.join(''), `at most ${LONGEST_Q} characters`);
  return {
    search: {
      q: q.slice(0, LONGEST_Q).join('').trim(),
      filters: parseFilters(params, refuse),
      sort: parseSort(lastOf(params, 'sort'), refuse),
      page: parseCount('page', lastOf(params, 'page'), { absent: 1, most: 1e9 }, refuse),
      perPage: parseCount(
        'perPage',
        lastOf(params, 'perPage'),
        { absent: DEFAULT_PER_PAGE, most: MOST_PER_PAGE },
        refuse,
      ),
    },
    bad,
  };
}

type Refuse = (key: string, value: string, expected: string) => void;

const LETTER_CASE: Partial<Record<PathwayFacet, (text: string) => string>> = {
  destination: (text) => text.toUpperCase(),
  origin: (text) => text.toUpperCase(),
  sector: (text) => text.toUpperCase(),
};

function parseFilters(params: URLSearchParams, refuse: Refuse): PathwaySearch['filters'] {
  const filters: Partial<Record<PathwayFacet, string[]>> = {};
  for (const facet of PATHWAY_FACETS) {
    const inCase = LETTER_CASE[facet] ?? ((text: string) => text.toLowerCase());
    const stated = [...new Set(params.getAll(facet).map((value) => inCase(value.trim())))].filter(Boolean);
    const good = stated.filter((value) => FACET_VALUES[facet].safeParse(value).success);
    for (const value of stated) if (!good.includes(value)) refuse(facet, value, EXPECTED[facet]);
    if (good.length > 0) filters[facet] = good.sort();
  }
  return filters;
}

const oneOf = (schema: { options: readonly string[] }) => `one of ${schema.options.join(', ')}`;

const EXPECTED = {
  destination: 'an ISO 3166-1 alpha-2 country code',
  origin: 'an ISO 3166-1 alpha-2 country code',
  occupation: 'an ISCO-08 code of 1 to 4 digits',
  sector: 'an ISIC section letter, A to U',
  kind: oneOf(FACET_VALUES.kind),
  status: oneOf(FACET_VALUES.status),
  commitment: oneOf(FACET_VALUES.commitment),
  settlement: oneOf(FACET_VALUES.settlement),
  pays: oneOf(FACET_VALUES.pays),
} as const satisfies Record<PathwayFacet, string>;

function parseSort(stated: string | undefined, refuse: Refuse): PathwaySearch['sort'] {
  const sort = PATHWAY_SORTS.find((one) => one === stated);
  if (stated !== undefined && sort === undefined) refuse('sort', stated, `one of ${PATHWAY_SORTS.join(', ')}`);
  return sort ?? emptySearch.sort;
}

function parseCount(
  key: string,
  stated: string | undefined,
  { absent, most }: { absent: number; most: number },
  refuse: Refuse,
): number {
  if (stated === undefined) return absent;
  const count = Count.safeParse(stated);
  if (count.success && count.data <= most) return count.data;
  refuse(key, stated, most < 1e9 ? `a whole number from 1 to ${most}` : 'a whole number, 1 or more');
  return absent;
}

/** The address of a search, in canonical order, without what is as it would be anyway. */
export function toSearch({ q, filters, sort, page, perPage }: PathwaySearch): URLSearchParams {
  const params = new URLSearchParams();
  if (q) params.append('q', q);
  for (const facet of PATHWAY_FACETS)
    for (const value of [...(filters[facet] ?? [])].sort()) params.append(facet, value);
  if (sort !== emptySearch.sort) params.append('sort', sort);
  if (page !== 1) params.append('page', String(page));
  if (perPage !== DEFAULT_PER_PAGE) params.append('perPage', String(perPage));
  return params;
}
