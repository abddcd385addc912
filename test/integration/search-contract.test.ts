import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  PATHWAY_FACETS,
  PATHWAY_SORTS,
  type PathwayFacet,
  type PathwayQuery,
  type PathwayResult,
  type SearchEngine,
} from '../../search/engine.ts';
import type { PathwaySearchDocument } from '../../search/pathway/document.ts';
import { FACET_VALUES } from '../../search/pathway/query.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { allocate } from '../support/allocate.ts';
import { seededDatabase, type TestDatabase } from '../support/database.ts';
import { aQuota } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { meilisearchUrl, skippedWithout } from '../support/meilisearch.ts';
import { fillWithCorpus } from '../support/search-corpus.ts';
import { enginesOver, type TestedEngine } from '../support/search-engines.ts';
import { QUERIES } from '../support/search-queries.ts';

const query = (over: Partial<PathwayQuery> = {}): PathwayQuery => ({
  q: '',
  filters: {},
  sort: 'relevance',
  page: 1,
  perPage: 100,
  locale: 'en',
  ...over,
});
const idsOf = ({ hits }: PathwayResult) => hits.map(({ document }) => document.id);

let database: TestDatabase;
let all: PathwaySearchDocument[];
let placesHeld: Map<string, number | undefined>;
let engineNamed: (name: TestedEngine) => SearchEngine;

beforeAll(async () => {
  database = await seededDatabase();
  await fillWithCorpus(database);
  engineNamed = await enginesOver(database);
  const rows = await database.db.selectFrom('search_pathway').select('entry').execute();
  all = rows.map(({ entry }) => entry.document);
  placesHeld = new Map(rows.map(({ entry }) => [entry.id, entry.places]));
});

const isPrefix = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
const settles = new Map([
  [true, 'yes'],
  [false, 'no'],
  [null, 'not-stated'],
]);

/** What a filter value means, said once more in the words of api.md. */
const MEANS: Record<PathwayFacet, (document: PathwaySearchDocument, value: string) => boolean> = {
  destination: ({ destination }, value) => destination === value,
  origin: ({ origins, exceptOrigins = [] }, value) =>
    (origins === 'any' || origins.includes(value)) && !exceptOrigins.includes(value),
  occupation: ({ occupations }, value) => occupations === 'any' || occupations.some((code) => isPrefix(code, value)),
  sector: ({ sectors }, value) => sectors === 'any' || sectors.includes(value),
  kind: ({ kind }, value) => kind === value,
  status: ({ status }, value) => status === value,
  commitment: ({ commitment }, value) => commitment === value,
  settlement: ({ leadsToSettlement }, value) => settles.get(leadsToSettlement) === value,
  pays: ({ workerPays }, value) => workerPays === value,
};

const LISTS: Partial<Record<PathwayFacet, (document: PathwaySearchDocument) => 'any' | readonly string[]>> = {
  origin: ({ origins }) => origins,
  occupation: ({ occupations }) => occupations,
  sector: ({ sectors }) => sectors,
};

/** «Any» counts for none, and a list for what it lists and nothing else. */
function countsFor(document: PathwaySearchDocument, facet: PathwayFacet, value: string): boolean {
  const list = LISTS[facet]?.(document) ?? [value];
  return list !== 'any' && list.includes(value) && MEANS[facet](document, value);
}

const passing = (filters: PathwayQuery['filters'], but?: PathwayFacet) =>
  all.filter((document) =>
    PATHWAY_FACETS.every(
      (facet) =>
        facet === but || !filters[facet]?.length || filters[facet]?.some((value) => MEANS[facet](document, value)),
    ),
  );

function countsOf(filters: PathwayQuery['filters']): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {};
  for (const facet of PATHWAY_FACETS) {
    const among = passing(filters, facet);
    const here = FACET_VALUES[facet].options.map((value): [string, number] => [
      value,
      among.filter((document) => countsFor(document, facet, value)).length,
    ]);
    counts[facet] = Object.fromEntries(here.filter(([, count]) => count > 0));
  }
  return counts;
}

const GRID: [string, PathwayQuery['filters']][] = [
  ['nothing', {}],
  ['one origin', { origin: ['PH'] }],
  ['an origin of few', { origin: ['TO'] }],
  ['two origins', { origin: ['NP', 'BD'] }],
  ['destinations', { destination: ['DE', 'KR'] }],
  ['an occupation by a short code', { occupation: ['22'] }],
  ['an occupation by a long code', { occupation: ['2221'] }],
  ['an occupation by its first digit', { occupation: ['7'] }],
  ['an origin that some pathways except', { origin: ['KP'] }],
  ['a sector', { sector: ['A'] }],
  ['kinds', { kind: ['seasonal', 'circular'] }],
  ['a commitment', { commitment: ['leave-at-end'] }],
  ['settlement', { settlement: ['not-stated'] }],
  ['what the worker pays', { pays: ['nothing'] }],
  ['several facets', { origin: ['IN'], sector: ['Q', 'F'], status: ['open'], settlement: ['yes', 'no'] }],
  [
    'every facet',
    {
      destination: ['DE'],
      origin: ['PH'],
      occupation: ['2221'],
      sector: ['Q'],
      kind: ['skills-partnership'],
      status: ['open'],
      commitment: ['none'],
      settlement: ['yes'],
      pays: ['some'],
    },
  ],
  ['what no pathway has', { destination: ['AQ'] }],
];

const HOSTILE = [
  '" OR id EXISTS',
  "'; drop table search_pathway; --",
  '\\',
  '\\"',
  '%',
  '_',
  '*',
  '()',
  ':*',
  '& | !',
  '<->',
  '\u0000',
  '"nurse',
  '-nurse',
  '🙂',
  '\ud800',
  'a'.repeat(5_000),
  '{{',
  '[0]',
];

/** A pathway without a published number, for each engine one. */
const COUNTED: Record<TestedEngine, { id: string; state: string }> = {
  postgres: { id: 'example-farm', state: 'IT' },
  meilisearch: { id: 'example-care', state: 'JP' },
};

function contract(name: TestedEngine): void {
  const search = (over: Partial<PathwayQuery> = {}) => engineNamed(name).searchPathways(query(over));

  it.each(GRID)('filters by %s, and counts with a facet’s own filter left out', async (_, filters) => {
    const result = await search({ filters });
    expect(idsOf(result).sort()).toEqual(
      passing(filters)
        .map(({ id }) => id)
        .sort(),
    );
    expect(result.total).toBe(passing(filters).length);
    expect(result.facets).toEqual(countsOf(filters));
  });

  it('says who answered', async () => expect(await search()).toMatchObject({ engine: name, degraded: false }));

  it('is exact in totals on every page, and pages hold each pathway once', async () => {
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((page) => search({ page, perPage: 7, q: 'work' })));
    const whole = await search({ q: 'work' });
    expect(pages.map(({ total }) => total)).toEqual(pages.map(() => whole.total));
    expect(pages.flatMap(idsOf)).toEqual(idsOf(whole).slice(0, 63));
  });

  it('has nothing past the last page', async () =>
    expect(await search({ page: 1_000_000 })).toMatchObject({ hits: [], total: all.length }));

  it.each(PATHWAY_SORTS)('sorts by %s, what is not known last', async (sort) => {
    const ids = idsOf(await search({ sort, locale: 'fr' }));
    expect(new Set(ids).size).toBe(all.length);
    const lastKnown = (values: (number | null | undefined)[]) =>
      values.findLastIndex((value) => typeof value === 'number') <
      values.findIndex((value) => value === null || value === undefined);
    if (sort === 'places') expect(lastKnown(ids.map((id) => placesHeld.get(id)))).toBe(true);
  });

  it('shows the places left at this moment, whatever its index holds', async () => {
    const { id, state } = COUNTED[name];
    const placesLeft = async () =>
      (await search({ q: id })).hits.find((hit) => hit.document.id === id)?.document.placesLeft;
    expect(await placesLeft()).toBeNull();
    const quota = { pathway: id, period: { from: '2020-01-01' } };
    const { problems } = await importAll(database.db, [
      aQuota({ ...quota, id: `${id}-all`, places: 10 }),
      aQuota({ ...quota, id: `${id}-part`, places: 4, parent: `${id}-all` }),
      aQuota({ ...quota, id: `${id}-more`, places: 5, kind: 'ceiling' }),
      aQuota({ ...quota, id: `${id}-target`, places: 700, kind: 'target' }),
      aQuota({ ...quota, id: `${id}-past`, places: 800, period: { from: '2020-01-01', to: '2020-12-31' } }),
    ]);
    expect(problems).toEqual([]);
    expect(await placesLeft()).toBe(15);
    const { release } = await allocate(database.db, { quota: `${id}-part`, places: 3, state });
    expect(await placesLeft()).toBe(12);
    await release();
    expect(await placesLeft()).toBe(15);
  });

  it.each([
    ['a typing error', 'infirmire', 'infirmière'],
    ['no accent', 'construccion', 'construcción'],
    ['vowel marks', 'مُمَرِّضة', 'ممرضة'],
    ['the article', 'البناء', 'بناء'],
    ['capital letters', 'NURSE', 'nurse'],
    ['words written apart', 'care giver', 'caregiver'],
  ])('%s finds as well', async (_, typed, meant) => {
    const [first, second] = await Promise.all([search({ q: typed }), search({ q: meant })]);
    expect(first.total).toBeGreaterThan(0);
    expect(idsOf(second).every((id) => idsOf(first).includes(id))).toBe(true);
  });

  it('asks for every word', async () => expect(await search({ q: 'nurse zzzzqqqq' })).toMatchObject({ total: 0 }));

  it('finds by a beginning only at the end of what was typed', async () => {
    expect((await search({ q: 'germ' })).total).toBeGreaterThan(0);
    expect((await search({ q: 'germ nurses' })).total).toBeLessThan((await search({ q: 'nurses germ' })).total);
  });

  it('marks what matched, in the language shown', async () => {
    const { hits } = await search({ q: 'infirmière', locale: 'fr', filters: { destination: ['DE'] } });
    const marked = hits.flatMap(({ highlights }) => highlights).find(({ field }) => field === 'name');
    expect(marked?.language).toBe('fr');
    expect(marked?.pieces.some(({ text, match }) => match && /infirm/i.test(text))).toBe(true);
  });

  it.each(HOSTILE)('takes %j for words, or for none', async (hostile) => {
    const result = await search({ q: hostile, filters: { origin: [hostile], destination: [hostile] } });
    expect(result.hits.every(({ document }) => document.origins === 'any')).toBe(true);
    await expect(search({ q: hostile })).resolves.toBeDefined();
  });

  it.each(HOSTILE)('%j in a filter is what no pathway has', async (hostile) => {
    expect(await search({ filters: { destination: [hostile] } })).toMatchObject({ total: 0, hits: [] });
    const among = await search({ filters: { destination: [hostile, 'DE'] } });
    expect(among.total).toBe(passing({ destination: ['DE'] }).length);
  });

  it('a filter value is a value, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('"', '\\', "'", ']', ' OR ', 'DE', ',', '\n', '{', '}') }),
        async (value) => {
          const { total } = await search({ filters: { destination: [value] } });
          expect(total).toBe(value === 'DE' ? passing({ destination: ['DE'] }).length : 0);
        },
      ),
      { numRuns: 60 },
    );
  });
}

describe('PostgreSQL', () => contract('postgres'));

describe('PostgreSQL that asks its index, as it does with many pathways', () => {
  const looksUp = () => postgresEngine(database.db, { manyFrom: Number.NEGATIVE_INFINITY });
  const reads = () => postgresEngine(database.db, { manyFrom: Number.POSITIVE_INFINITY });

  it.each([...QUERIES, 'care giver', 'caregi ver', 'germany y'])(
    'finds the same in the same order for %s',
    async (q) => {
      const filters = { origin: ['IN'], status: ['open'] };
      for (const over of [{}, { perPage: 3 }, { perPage: 3, page: 3 }, { filters }, { sort: 'places' }] as const) {
        const asked = query({ q, ...over });
        expect(await looksUp().searchPathways(asked)).toEqual(await reads().searchPathways(asked));
      }
    },
  );
});

describe.skipIf(meilisearchUrl === undefined)(
  meilisearchUrl === undefined ? `Meilisearch (${skippedWithout})` : 'Meilisearch',
  () => {
    contract('meilisearch');

    const overlaps: [string, number][] = [];
    const overlap = (a: readonly string[], b: readonly string[]) =>
      a.length + b.length === 0 ? 1 : a.filter((id) => b.includes(id)).length / Math.max(a.length, b.length);

    it.each(QUERIES)('finds the same ten for %s', async (q) => {
      const asked = query({ q, perPage: 10 });
      const [ours, theirs] = await Promise.all([
        engineNamed('postgres').searchPathways(asked),
        engineNamed('meilisearch').searchPathways(asked),
      ]);
      overlaps.push([q, overlap(idsOf(ours), idsOf(theirs))]);
      expect(theirs.total, 'totals').toBe(ours.total);
      expect(theirs.facets).toEqual(ours.facets);
      expect(theirs.hits.map(({ highlights }) => highlights).slice(0, 1)).toEqual(
        ours.hits.map(({ highlights }) => highlights).slice(0, 1),
      );
      expect(overlaps.at(-1)?.[1]).toBeGreaterThanOrEqual(0.9);
    });

    afterAll(() => {
      const mean = overlaps.reduce((sum, [, one]) => sum + one, 0) / overlaps.length;
      const below = overlaps.filter(([, one]) => one < 1).map(([q, one]) => `${q} ${one.toFixed(2)}`);
      process.stdout.write(
        `Top-ten overlap over ${overlaps.length} queries: mean ${mean.toFixed(3)}${below.length > 0 ? `; not 1.00: ${below.join(', ')}` : ', each 1.00'}\n`,
      );
    });

    it.each(PATHWAY_SORTS)('has the same order by %s, with and without words', async (sort) => {
      for (const q of ['', 'work']) {
        for (const locale of ['en', 'ar']) {
          const asked = query({ q, sort, locale });
          const [ours, theirs] = await Promise.all([
            engineNamed('postgres').searchPathways(asked),
            engineNamed('meilisearch').searchPathways(asked),
          ]);
          expect(idsOf(theirs), `${q} ${locale}`).toEqual(idsOf(ours));
        }
      }
    });
  },
);
