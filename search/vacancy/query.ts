import * as z from 'zod';
import { Country, Currency, Language, Occupation, PathwayKind, Sector } from '../../app/domain/documents/codes.ts';
import { isCalendarDate } from '../../app/domain/documents/dates.ts';
import { Id } from '../../app/domain/documents/ids.ts';
import { WAGE_BANDS } from '../../app/domain/money/comparable-wage.ts';
import {
  type BadValue,
  COUNTRY_EXPECTED,
  DEFAULT_PER_PAGE,
  type FacetValues,
  lastOf,
  OCCUPATION_EXPECTED,
  oneOf,
  type Refuse,
  readFilters,
  readPaging,
  SECTOR_EXPECTED,
  writeSearch,
} from '../address.ts';
import { VACANCY_FACETS, VACANCY_SORTS, type VacancyFacet, type VacancyQuery } from '../engine.ts';

const tristate = z.enum(['yes', 'no', 'not-stated']);
const Primary = Language.refine((tag) => !tag.includes('-'));

/** The values each facet can have. */
export const VACANCY_VALUES = {
  destination: Country,
  origin: Country,
  occupation: Occupation,
  sector: Sector,
  pathway: Id,
  kind: PathwayKind,
  settlement: tristate,
  family: tristate,
  housing: z.enum(['free', 'subsidised', 'none', 'not-stated']),
  language: z.union([Primary, z.enum(['none', 'not-stated'])]),
  wage: z.enum(WAGE_BANDS),
} as const satisfies Record<VacancyFacet, z.ZodType<string>>;

const READ = {
  destination: { schema: VACANCY_VALUES.destination, expected: COUNTRY_EXPECTED, upper: true },
  origin: { schema: VACANCY_VALUES.origin, expected: COUNTRY_EXPECTED, upper: true },
  occupation: { schema: VACANCY_VALUES.occupation, expected: OCCUPATION_EXPECTED },
  sector: { schema: VACANCY_VALUES.sector, expected: SECTOR_EXPECTED, upper: true },
  pathway: { schema: VACANCY_VALUES.pathway, expected: 'the id of a pathway' },
  kind: { schema: VACANCY_VALUES.kind, expected: oneOf(VACANCY_VALUES.kind) },
  settlement: { schema: VACANCY_VALUES.settlement, expected: oneOf(VACANCY_VALUES.settlement) },
  family: { schema: VACANCY_VALUES.family, expected: oneOf(VACANCY_VALUES.family) },
  housing: { schema: VACANCY_VALUES.housing, expected: oneOf(VACANCY_VALUES.housing) },
  language: {
    schema: VACANCY_VALUES.language,
    expected: 'a language code such as "de", "none" or "not-stated"',
  },
  wage: { schema: VACANCY_VALUES.wage, expected: oneOf(VACANCY_VALUES.wage) },
} as const satisfies Record<VacancyFacet, FacetValues>;

/** The parts of a query that stand in an address; language, day and what somebody qualifies for do not. */
export type VacancySearch = Omit<VacancyQuery, 'locale' | 'on' | 'requirements'>;

/** In which wages are compared where the address does not say. */
export const DEFAULT_CURRENCY = 'EUR';

export const emptyVacancySearch: VacancySearch = {
  ...{ q: '', filters: {}, currency: DEFAULT_CURRENCY, sort: 'relevance', page: 1, perPage: DEFAULT_PER_PAGE },
};

const AMOUNT = /^\d{1,9}(\.\d{1,2})?$/;

/** A key that takes one value: undefined where there is none, or one that means nothing here. */
function readOne(
  params: URLSearchParams,
  key: string,
  {
    inCase = (text) => text,
    isRight,
    expected,
  }: { inCase?: (text: string) => string; isRight(text: string): boolean; expected: string },
  refuse: Refuse,
): string | undefined {
  const stated = lastOf(params, key);
  if (stated === undefined) return undefined;
  const value = inCase(stated);
  if (isRight(value)) return value;
  refuse(key, stated, expected);
  return undefined;
}

/** Reads an address: unknown keys are ignored, bad values are left out and told. Codes are taken in any letter case. */
export function parseVacancySearch(params: URLSearchParams): { search: VacancySearch; bad: BadValue[] } {
  const bad: BadValue[] = [];
  const refuse: Refuse = (key, value, expected) => void bad.push({ key, value, expected });
  const amount = readOne(
    params,
    'wageAtLeast',
    { isRight: (text) => AMOUNT.test(text), expected: 'an amount of money a month, such as 2500 or 2500.50' },
    refuse,
  );
  const currency = readOne(
    params,
    'currency',
    {
      inCase: (text) => text.toUpperCase(),
      isRight: (text) => Currency.safeParse(text).success,
      expected: 'an ISO 4217 currency code',
    },
    refuse,
  );
  const startFrom = readOne(
    params,
    'startFrom',
    { isRight: isCalendarDate, expected: 'a date that exists, YYYY-MM-DD' },
    refuse,
  );
  return {
    search: {
      ...readPaging(params, VACANCY_SORTS, refuse),
      filters: readFilters(params, VACANCY_FACETS, READ, refuse),
      ...(amount !== undefined && { wageAtLeast: Number(amount) }),
      currency: currency ?? DEFAULT_CURRENCY,
      ...(startFrom !== undefined && { startFrom }),
    },
    bad,
  };
}

/** The address of a search, in canonical order, without what is as it would be anyway. */
export const toVacancySearch = (search: VacancySearch): URLSearchParams =>
  writeSearch(search, VACANCY_FACETS, emptyVacancySearch.sort, [
    ['wageAtLeast', search.wageAtLeast === undefined ? undefined : String(search.wageAtLeast)],
    ['currency', search.currency === DEFAULT_CURRENCY ? undefined : search.currency],
    ['startFrom', search.startFrom],
  ]);
