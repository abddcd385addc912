import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Currency } from '../../app/domain/documents/codes.ts';
import { LONGEST_Q } from '../address.ts';
import { VACANCY_FACETS, VACANCY_SORTS } from '../engine.ts';
import { emptyVacancySearch, parseVacancySearch, toVacancySearch, type VacancySearch } from './query.ts';

const parse = (query: string) => parseVacancySearch(new URLSearchParams(query));

it('reads what the API takes', () => {
  const { search, bad } = parse(
    'q=nurse&destination=de&occupation=22&pathway=De-Test&language=DE&wage=2000&wageAtLeast=2500.5&currency=chf&startFrom=2027-01-15&sort=wage&page=2&perPage=50',
  );
  expect(bad).toEqual([]);
  expect(search).toEqual({
    ...{
      q: 'nurse',
      wageAtLeast: 2500.5,
      currency: 'CHF',
      startFrom: '2027-01-15',
      sort: 'wage',
      page: 2,
      perPage: 50,
    },
    filters: { destination: ['DE'], occupation: ['22'], pathway: ['de-test'], language: ['de'], wage: ['2000'] },
  });
});

describe('a bad value', () => {
  it.each([
    ['wageAtLeast', '-1'],
    ['wageAtLeast', '1e5'],
    ['wageAtLeast', '2,500'],
    ['currency', 'ZZZ'],
    ['startFrom', '2027-02-30'],
    ['startFrom', 'soon'],
    ['language', 'klingonese'],
    ['language', 'en-gb'],
    ['wage', '17'],
    ['pathway', 'no id'],
    ['housing', 'tent'],
    ['family', 'true'],
    ['sort', 'name'],
    ['perPage', '101'],
  ])('%s=%s is left out and told', (key, value) => {
    const { search, bad } = parse(new URLSearchParams({ [key]: value }).toString());
    expect(search).toEqual(emptyVacancySearch);
    expect(bad).toMatchObject([{ key, value }]);
  });
});

const VALUES = {
  destination: ['DE', 'IT', 'KR'],
  origin: ['PH', 'NP'],
  occupation: ['2', '22', '2221'],
  sector: ['A', 'Q'],
  pathway: ['de-test', 'kr-eps-e9'],
  kind: ['seasonal', 'circular'],
  settlement: ['yes', 'no', 'not-stated'],
  family: ['yes', 'no', 'not-stated'],
  housing: ['free', 'subsidised', 'none', 'not-stated'],
  language: ['de', 'ar', 'none', 'not-stated'],
  wage: ['0', '500', '4000'],
} as const;

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 }).map((chosen) => chosen.sort());
const filters = fc.record(Object.fromEntries(VACANCY_FACETS.map((facet) => [facet, some(VALUES[facet])])), {
  requiredKeys: [],
});
const cents = fc.integer({ min: 0, max: 10_000_000 }).map((amount) => amount / 100);
const search: fc.Arbitrary<VacancySearch> = fc.record(
  {
    q: fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/\s+/gu, ' ').trim()),
    filters,
    wageAtLeast: cents,
    currency: fc.constantFrom(...Currency.options.slice(0, 20), 'EUR'),
    startFrom: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    sort: fc.constantFrom(...VACANCY_SORTS),
    page: fc.integer({ min: 1, max: 99_999 }),
    perPage: fc.integer({ min: 1, max: 100 }),
  },
  { requiredKeys: ['q', 'filters', 'currency', 'sort', 'page', 'perPage'] },
);

/** Thousands of cases, on a machine that may be busy. */
const PATIENCE = { timeout: 60_000 };

it('round-trips every search through its address', PATIENCE, () => {
  fc.assert(
    fc.property(search, (one) => {
      const parsed = parseVacancySearch(new URLSearchParams(toVacancySearch(one).toString()));
      expect(parsed.bad).toEqual([]);
      if (one.q.length <= LONGEST_Q) expect(parsed.search).toEqual(one);
    }),
    { numRuns: 1_000 },
  );
});

it('reads any address, and gives its canonical form the same meaning', PATIENCE, () => {
  const key = fc.oneof(
    fc.constantFrom(...VACANCY_FACETS, 'q', 'sort', 'page', 'wageAtLeast', 'currency', 'startFrom'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.string({ unit: 'binary' }))), (pairs) => {
      const first = parseVacancySearch(new URLSearchParams(pairs)).search;
      expect(parseVacancySearch(toVacancySearch(first)).search).toEqual(first);
    }),
    { numRuns: 1_000 },
  );
});
