import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Vacancy } from '../../app/domain/documents/index.ts';
import { VACANCY_FACETS, VACANCY_SORTS, type VacancyFacet, type VacancyQuery } from '../../search/engine.ts';
import { emptyVacancySearch } from '../../search/vacancy/query.ts';
import { verifySearch } from '../../search/verify.server.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { ENGINES, enginesOver, type TestedEngine } from '../support/search-engines.ts';
import { fillWithVacancies, ON, OPEN, PATHWAYS } from '../support/vacancy-corpus.ts';

const query = (over: Partial<VacancyQuery> = {}): VacancyQuery => ({
  ...{ ...emptyVacancySearch, perPage: 100, locale: 'en', on: ON },
  ...over,
});

let database: TestDatabase;
let engineNamed: Awaited<ReturnType<typeof enginesOver>>;
beforeAll(async () => {
  database = await seededDatabase();
  await fillWithVacancies(database);
  engineNamed = await enginesOver(database);
}, 120_000);

const pathwayOf = ({ pathway }: Vacancy) => {
  const found = PATHWAYS.find(({ id }) => id === pathway);
  if (!found) throw new Error(`no ${pathway}`);
  return found;
};
const tristate = (value: boolean | null) => (value === null ? 'not-stated' : value ? 'yes' : 'no');
const isPrefix = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
const perEur = new Map([
  ['EUR', 1],
  ['PLN', 4.25],
]);
/** Euros a month; undefined: no rate. */
const monthly = ({ wage: { money } }: Vacancy) => {
  const rate = perEur.get(money.currency);
  return rate && money.amount / rate;
};
const BANDS = [0, 500, 1000, 1500, 2000, 3000, 4000];

/** The values of a vacancy's own list of a facet: what it is counted under. */
const VALUES: Record<VacancyFacet, (vacancy: Vacancy) => readonly string[]> = {
  destination: ({ destination }) => [destination],
  origin: (vacancy) => {
    const { origins } = pathwayOf(vacancy);
    return origins === 'any' ? [] : origins;
  },
  occupation: ({ occupation }) => [occupation.slice(0, 2)], // its ISCO-08 sub-major group
  sector: ({ sector }) => [sector],
  pathway: ({ pathway }) => [pathway],
  kind: (vacancy) => [pathwayOf(vacancy).kind],
  settlement: (vacancy) => [tristate(pathwayOf(vacancy).leadsToSettlement)],
  family: (vacancy) => [tristate(pathwayOf(vacancy).familyMayAccompany)],
  housing: ({ provides }) => [provides?.housing ?? 'not-stated'],
  language: ({ languages }) =>
    languages === undefined
      ? ['not-stated']
      : languages.length === 0
        ? ['none']
        : languages.map(({ language }) => language.split('-')[0] ?? ''),
  wage: (vacancy) => {
    const amount = monthly(vacancy);
    return amount === undefined ? [] : [String(BANDS.findLast((from) => amount >= from))];
  },
};

/** What a filter value means, said once more in the words of api.md. */
function meets(vacancy: Vacancy, facet: VacancyFacet, value: string): boolean {
  if (facet === 'occupation') return isPrefix(vacancy.occupation, value);
  if (facet === 'origin') {
    const { origins, exceptOrigins = [] } = pathwayOf(vacancy);
    return (origins === 'any' || origins.includes(value)) && !exceptOrigins.includes(value);
  }
  return VALUES[facet](vacancy).includes(value);
}

const passing = (filters: VacancyQuery['filters'], but?: VacancyFacet) =>
  OPEN.filter((vacancy) =>
    VACANCY_FACETS.every(
      (facet) => facet === but || !filters[facet] || filters[facet]?.some((value) => meets(vacancy, facet, value)),
    ),
  );

function countsOf(filters: VacancyQuery['filters']) {
  const counts: Record<string, Record<string, number>> = {};
  for (const facet of VACANCY_FACETS) {
    const here: Record<string, number> = {};
    for (const vacancy of passing(filters, facet))
      for (const value of VALUES[facet](vacancy)) here[value] = (here[value] ?? 0) + 1;
    counts[facet] = here;
  }
  return counts;
}

const ids = (vacancies: readonly Vacancy[]) => vacancies.map(({ id }) => id).sort();

const GRID: [string, VacancyQuery['filters']][] = [
  ['nothing', {}],
  ['a destination', { destination: ['DE'] }],
  ['an origin that one pathway lists', { origin: ['PH'] }],
  ['an origin that another excepts', { origin: ['KP'] }],
  ['a long code of an occupation', { occupation: ['7112'] }],
  ['a short one', { occupation: ['5', '22'] }],
  ['a sector and a pathway', { sector: ['Q'], pathway: ['corpus-care'] }],
  ['kinds', { kind: ['seasonal', 'temporary'] }],
  ['settlement and family', { settlement: ['yes'], family: ['yes', 'not-stated'] }],
  ['housing', { housing: ['free', 'not-stated'] }],
  ['languages', { language: ['en', 'none'] }],
  ['bands of wages', { wage: ['1000', '4000'] }],
  ['much at once', { destination: ['DE', 'ES'], language: ['de'], housing: ['free'], wage: ['500', '2000', '3000'] }],
  ['what no vacancy has', { destination: ['AQ'], kind: ['seasonal'] }],
];

const HOSTILE = [
  '" OR id EXISTS',
  "'; drop table search_vacancy; --",
  '\\',
  ':*',
  '& | !',
  '\u0000',
  '\ud800',
  '🙂',
  '<->',
];

function contract(name: TestedEngine): void {
  const search = (over: Partial<VacancyQuery> = {}) => engineNamed(name).searchVacancies(query(over));
  const found = async (over: Partial<VacancyQuery>) =>
    (await search(over)).hits.map(({ vacancy }) => vacancy.posting.vacancy.id);

  it.each(GRID)('filters by %s, and counts with a facet’s own filter left out', async (_, filters) => {
    const result = await search({ filters });
    expect(result.hits.map(({ vacancy }) => vacancy.posting.vacancy.id).sort()).toEqual(ids(passing(filters)));
    expect(result.total).toBe(passing(filters).length);
    expect(result.facets).toEqual(countsOf(filters));
  });

  it('says who answered', async () => expect(await search()).toMatchObject({ engine: name, degraded: false }));

  it.each(VACANCY_SORTS)('sorts by %s, what is not stated last, and pages hold each vacancy once', async (sort) => {
    const whole = await found({ sort });
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => found({ sort, page, perPage: 15 })));
    expect(pages.flat()).toEqual(whole);
    expect([...whole].sort()).toEqual(ids(OPEN));
    const of = new Map(OPEN.map((vacancy) => [vacancy.id, vacancy]));
    const sorted = whole.map((id) => of.get(id));
    const inOrder = (values: (number | string | undefined)[], ascending: boolean) => {
      const stated = values.filter((value) => value !== undefined);
      expect(values.slice(0, stated.length)).toEqual(stated);
      const order = [...stated].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(stated).toEqual(ascending ? order : order.reverse());
    };
    if (sort === 'wage')
      inOrder(
        sorted.map((one) => one && monthly(one)),
        false,
      );
    if (sort === 'start')
      inOrder(
        sorted.map((one) => one?.startOn),
        true,
      );
    if (sort === 'closing')
      inOrder(
        sorted.map((one) => one?.applyBy),
        true,
      );
    if (sort === 'places')
      inOrder(
        sorted.map((one) => one?.places),
        false,
      );
  });

  it('has nothing past the last page, and the same total', async () =>
    expect(await search({ page: 1_000_000 })).toMatchObject({ hits: [], total: OPEN.length }));

  it.each([
    ['euros, through rates', 3000, 'EUR'],
    ['money that has a rate', 9000, 'PLN'],
    ['money that no vacancy is paid in', 3000, 'USD'],
  ])('finds wages of at least so much in %s', async (_, wageAtLeast, currency) => {
    const rate = new Map([...perEur, ['USD', 1.16]]).get(currency) ?? Number.NaN;
    const expected = OPEN.filter((vacancy) => (monthly(vacancy) ?? -1) >= wageAtLeast / rate);
    expect(await found({ wageAtLeast, currency }).then((them) => them.sort())).toEqual(ids(expected));
  });

  it('compares money without a rate with itself alone', async () => {
    const pesos = OPEN.filter(({ wage }) => wage.money.currency === 'PHP');
    const middle = [...pesos.map(({ wage }) => wage.money.amount)].sort((a, b) => a - b)[2] ?? 0;
    const expected = pesos.filter(({ wage }) => wage.money.amount >= middle);
    expect((await found({ wageAtLeast: middle, currency: 'PHP' })).sort()).toEqual(ids(expected));
    const { hits } = await search({ q: 'position' });
    for (const { vacancy } of hits) {
      const { currency } = vacancy.posting.vacancy.wage.money;
      expect(vacancy.compared === null).toBe(currency === 'PHP');
      if (currency === 'PLN')
        expect(vacancy.compared?.rates).toEqual([
          { currency: 'PLN', perEur: 4.25, on: '2026-11-25', source: 'European Central Bank' },
        ]);
    }
  });

  it('finds what begins on a day or later', async () => {
    const expected = OPEN.filter(({ startOn }) => startOn !== undefined && startOn >= '2027-04-15');
    expect((await found({ startFrom: '2027-04-15' })).sort()).toEqual(ids(expected));
  });

  it.each([
    ['serveur', 'words-waiter'],
    ['serveuse', 'words-waiter'],
    ['waiter', 'words-mesero'],
    ['camarero', 'words-waiter'],
    ['infirmiere', 'words-nurse'],
    ['مُمَرِّضة', 'words-nurse'],
    ['registred nurse', 'words-nurse'],
    ['nurse bayern', 'words-nurse'],
    ['krakow', 'words-waiter'],
    ['hotel river', 'words-waiter'],
    ['trays', 'words-waiter'],
    ['triple care nurse', 'words-nurse'],
    ['triple soin', 'words-nurse'],
    ['waiter evening shi', 'words-waiter'],
  ])('%s finds %s', async (q, id) => expect(await found({ q })).toContain(id));

  it('asks for every word', async () => expect(await found({ q: 'waiter zzzzqqqq' })).toEqual([]));

  it('ranks what is called so before what is only of the same work', async () => {
    expect((await found({ q: 'waiter' }))[0]).toBe('words-waiter');
    expect((await found({ q: 'mesero' }))[0]).toBe('words-mesero');
  });

  it('counts and pages a text as it counts the whole', async () => {
    const whole = await search({ q: 'waiter' });
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((page) => found({ q: 'waiter', page, perPage: 2 })));
    expect(pages.flat()).toEqual(whole.hits.map(({ vacancy }) => vacancy.posting.vacancy.id));
    expect(whole.facets.occupation).toEqual({ '51': whole.total });
    const narrowed = await search({ q: 'waiter', filters: { destination: ['PL'] } });
    expect(narrowed.facets.destination).toEqual(whole.facets.destination);
    expect(narrowed.total).toBe(whole.facets.destination['PL']);
  });

  it('marks what matched in the title, in the language shown', async () => {
    const { hits } = await search({ q: 'infirmière', locale: 'fr' });
    const nurse = hits.find(({ vacancy }) => vacancy.posting.vacancy.id === 'words-nurse');
    expect(nurse?.highlights).toEqual([
      {
        ...{ field: 'title', language: 'fr' },
        pieces: [
          { text: 'Infirmière', match: true },
          { text: ' diplômée', match: false },
        ],
      },
    ]);
  });

  it.each(HOSTILE)('takes %j for words, or for none, and in a filter for what no vacancy has', async (hostile) => {
    await expect(search({ q: hostile })).resolves.toBeDefined();
    for (const facet of VACANCY_FACETS)
      expect(await search({ filters: { [facet]: [hostile] } }), facet).toMatchObject(
        facet === 'origin' ? {} : { total: 0, hits: [] },
      );
  });
}

describe.each(ENGINES)('$title', ({ name, skipped }) => {
  describe.skipIf(skipped)('searches vacancies:', () => contract(name));
});

describe('an open vacancy', () => {
  const total = async () => (await engineNamed('postgres').searchVacancies(query())).total;

  it('is found as long as it is open, with the commit that changes it', async () => {
    expect(await total()).toBe(OPEN.length);
    expect(await verifySearch(database.db, undefined, ON)).toEqual([]);
  });

  it('is one of a pathway that is in effect, without being written again', async () => {
    const tomorrow = await engineNamed('postgres').searchVacancies(
      query({ on: '2026-11-27', filters: { pathway: ['corpus-coming'] } }),
    );
    expect(tomorrow.total).toBe(1);
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from search_vacancy where id like 'closed-%'`.execute(database.db);
    expect(rows[0]?.n).toBe(3);
  });
});
