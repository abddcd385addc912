import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_Q } from '../address.ts';
import { PATHWAY_FACETS, PATHWAY_SORTS } from '../engine.ts';
import { emptySearch, FACET_VALUES, type PathwaySearch, parseSearch, toSearch } from './query.ts';

const parse = (query: string) => parseSearch(new URLSearchParams(query));

describe('parseSearch', () => {
  it('reads repeated keys as alternatives, in any letter case and order', () => {
    const { search, bad } = parse('destination=it&destination=DE&destination=DE&q=%20nurse%20%20jobs&page=2&sort=name');
    expect(search).toEqual({
      ...emptySearch,
      q: 'nurse jobs',
      filters: { destination: ['DE', 'IT'] },
      page: 2,
      sort: 'name',
    });
    expect(bad).toEqual([]);
  });

  it('ignores unknown keys and empty values', () => {
    expect(parse('utm_source=x&__proto__=1&constructor=2&destination=&q=')).toEqual({ search: emptySearch, bad: [] });
  });

  it.each([
    ['destination=ZZ', 'destination', 'ZZ'],
    ['occupation=9999', 'occupation', '9999'],
    ['sector=Z', 'sector', 'Z'],
    ['kind=holiday', 'kind', 'holiday'],
    ['sort=price', 'sort', 'price'],
    ['page=0', 'page', '0'],
    ['page=-1', 'page', '-1'],
    ['page=1.5', 'page', '1.5'],
    ['page=1e3', 'page', '1e3'],
    ['perPage=101', 'perPage', '101'],
    ['perPage=all', 'perPage', 'all'],
  ])('leaves %s out and says so', (query, key, value) => {
    const { search, bad } = parse(query);
    expect(search).toEqual(emptySearch);
    expect(bad).toEqual([expect.objectContaining({ key, value })]);
  });
});

it('cuts a long text between letters, never within one', () => {
  const { search, bad } = parse(`q=${'n'.repeat(LONGEST_Q - 1)}🙂🙂`);
  expect(search.q).toBe(`${'n'.repeat(LONGEST_Q - 1)}🙂`);
  expect(bad).toMatchObject([{ key: 'q' }]);
  expect(parseSearch(toSearch(search))).toEqual({ search, bad: [] });
});

const filters = fc.record(
  Object.fromEntries(
    PATHWAY_FACETS.map((facet) => [
      facet,
      fc
        .uniqueArray(fc.constantFrom(...FACET_VALUES[facet].options), { minLength: 1, maxLength: 4 })
        .map((values) => values.sort()),
    ]),
  ),
  { requiredKeys: [] },
);
const search: fc.Arbitrary<PathwaySearch> = fc.record({
  q: fc.string({ unit: 'grapheme', maxLength: LONGEST_Q / 4 }).map((text) => text.replace(/\s+/gu, ' ').trim()),
  filters,
  sort: fc.constantFrom(...PATHWAY_SORTS),
  page: fc.integer({ min: 1, max: 99_999 }),
  perPage: fc.integer({ min: 1, max: 100 }),
});

/** Thousands of cases, on a machine that may be busy. */
const PATIENCE = { timeout: 60_000 };

it('round-trips every search through its address', PATIENCE, () => {
  fc.assert(
    fc.property(search, (one) => {
      const parsed = parseSearch(new URLSearchParams(toSearch(one).toString()));
      expect(parsed.bad).toEqual([]);
      expect(parsed.search.q.length).toBeLessThanOrEqual(LONGEST_Q);
      if (one.q.length <= LONGEST_Q) expect(parsed.search).toEqual(one);
    }),
    { numRuns: 2_000 },
  );
});

it('reads any address, and gives its canonical form the same meaning', PATIENCE, () => {
  const key = fc.oneof(fc.constantFrom(...PATHWAY_FACETS, 'q', 'sort', 'page', 'perPage'), fc.string());
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.string({ unit: 'binary' }))), (pairs) => {
      const first = parseSearch(new URLSearchParams(pairs)).search;
      expect(parseSearch(toSearch(first)).search).toEqual(first);
    }),
    { numRuns: 2_000 },
  );
});
