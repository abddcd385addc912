import * as z from 'zod';

/** The most results a page may hold. */
export const MOST_PER_PAGE = 100;
export const DEFAULT_PER_PAGE = 20;
/** A search box line; longer ones are cut by the page and refused by the API. */
export const LONGEST_Q = 200;

/** A value of an address that means nothing here. */
export type BadValue = { key: string; value: string; expected: string };
export type Refuse = (key: string, value: string, expected: string) => void;

/** The values that a facet can have: anything else is a slip of the reader or of a link. */
export type FacetValues = {
  schema: z.ZodType<string>;
  expected: string;
  /** The letter case that its codes are compared in; lower where none is named. */
  upper?: true;
};

/** What every search has beside its filters. */
export type Paging<Sort extends string> = { q: string; sort: Sort; page: number; perPage: number };

export const oneOf = (schema: { options: readonly string[] }) => `one of ${schema.options.join(', ')}`;
export const COUNTRY_EXPECTED = 'an ISO 3166-1 alpha-2 country code';
export const OCCUPATION_EXPECTED = 'an ISCO-08 code of 1 to 4 digits';
export const SECTOR_EXPECTED = 'an ISIC section letter, A to U';

const Count = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** The last value stated of a key that takes one; an empty one is none. */
export const lastOf = (params: URLSearchParams, key: string): string | undefined =>
  params.getAll(key).at(-1)?.trim() || undefined;

function readCount(
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

function readSort<Sort extends string>(
  stated: string | undefined,
  [absent, ...others]: readonly [Sort, ...Sort[]],
  refuse: Refuse,
): Sort {
  const sorts = [absent, ...others];
  const sort = sorts.find((one) => one === stated);
  if (stated !== undefined && sort === undefined) refuse('sort', stated, `one of ${sorts.join(', ')}`);
  return sort ?? absent;
}

/** Text, order and page; the first of `sorts` is the order where none is stated. */
export function readPaging<Sort extends string>(
  params: URLSearchParams,
  sorts: readonly [Sort, ...Sort[]],
  refuse: Refuse,
): Paging<Sort> {
  const q = [...(lastOf(params, 'q') ?? '').replace(/\s+/gu, ' ')];
  if (q.length > LONGEST_Q) refuse('q', q.join(''), `at most ${LONGEST_Q} characters`);
  return {
    q: q.slice(0, LONGEST_Q).join('').trim(),
    sort: readSort(lastOf(params, 'sort'), sorts, refuse),
    page: readCount('page', lastOf(params, 'page'), { absent: 1, most: 1e9 }, refuse),
    perPage: readCount('perPage', lastOf(params, 'perPage'), { absent: DEFAULT_PER_PAGE, most: MOST_PER_PAGE }, refuse),
  };
}

/** The values of each facet, in any letter case and order. */
export function readFilters<Facet extends string>(
  params: URLSearchParams,
  facets: readonly Facet[],
  values: Readonly<Record<Facet, FacetValues>>,
  refuse: Refuse,
): Partial<Record<Facet, string[]>> {
  const filters: Partial<Record<Facet, string[]>> = {};
  for (const facet of facets) {
    const { schema, expected, upper } = values[facet];
    const inCase = (text: string) => (upper ? text.toUpperCase() : text.toLowerCase());
    const stated = [...new Set(params.getAll(facet).map((value) => inCase(value.trim())))].filter(Boolean);
    const good = stated.filter((value) => schema.safeParse(value).success);
    for (const value of stated) if (!good.includes(value)) refuse(facet, value, expected);
    if (good.length > 0) filters[facet] = good.sort();
  }
  return filters;
}

/** The address of a search in canonical order, without what is as it would be anyway; `others` are a search's own keys. */
export function writeSearch<Facet extends string, Sort extends string>(
  { q, sort, page, perPage, filters }: Paging<Sort> & { filters: Partial<Record<Facet, readonly string[]>> },
  facets: readonly Facet[],
  absentSort: Sort,
  others: readonly (readonly [string, string | undefined])[] = [],
): URLSearchParams {
  const params = new URLSearchParams();
  if (q) params.append('q', q);
  for (const facet of facets) for (const value of [...(filters[facet] ?? [])].sort()) params.append(facet, value);
  for (const [key, value] of others) if (value !== undefined) params.append(key, value);
  if (sort !== absentSort) params.append('sort', sort);
  if (page !== 1) params.append('page', String(page));
  if (perPage !== DEFAULT_PER_PAGE) params.append('perPage', String(perPage));
  return params;
}

/** The search without one value of a facet, from its first page. */
export function withoutValue<
  Facet extends string,
  Search extends { filters: Partial<Record<Facet, readonly string[]>> },
>(search: Search, facet: Facet, value: string): Search & { page: number } {
  const left = (search.filters[facet] ?? []).filter((one) => one !== value);
  const { [facet]: _dropped, ...others } = search.filters;
  return { ...search, page: 1, filters: left.length > 0 ? { ...others, [facet]: left } : others };
}
