import { beforeAll, describe, expect, it } from 'vitest';
import { Country } from '../../app/domain/documents/codes.ts';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { PathwayQuery, SearchEngine } from '../../search/engine.ts';
import { emptyQuery } from '../../search/pathway/query.ts';
import { freshDatabase } from '../support/database.ts';
import { aPathway } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';
import { ENGINES, enginesOver, type TestedEngine } from '../support/search-engines.ts';

/** More than Meilisearch counts (1,000) and more values than it lists (100) unless it is told to. */
const PATHWAYS = 1_210;
const countries = Country.options;
const destinationOf = (at: number) => countries[at % countries.length] ?? 'DE';

let engineNamed: (name: TestedEngine) => SearchEngine;
beforeAll(async () => {
  const database = await freshDatabase();
  const pathways = Array.from({ length: PATHWAYS }, (_, at) => {
    const destination = destinationOf(at);
    const origins = countries.filter((code) => code !== destination);
    return aPathway({ id: `many-${at}`, name: { en: `Way ${at}` }, destination, origins });
  });
  const { problems } = await importAll(database.db, pathways, { onDocuments: projectChanged });
  expect(problems).toEqual([]);
  engineNamed = await enginesOver(database);
}, 120_000);

describe.each(ENGINES)('$title with more pathways than a default counts', ({ name, skipped }) => {
  const search = (over: Partial<PathwayQuery> = {}) =>
    engineNamed(name).searchPathways({ ...emptyQuery('en'), perPage: 100, ...over });

  it.skipIf(skipped)('tells the true total, with words and without', async () => {
    expect((await search()).total).toBe(PATHWAYS);
    expect((await search({ q: 'way' })).total).toBe(PATHWAYS);
    expect((await search({ filters: { origin: ['PH'] } })).total).toBe(
      PATHWAYS - Array.from({ length: PATHWAYS }, (_, at) => destinationOf(at)).filter((code) => code === 'PH').length,
    );
  });

  it.skipIf(skipped)('reaches the last page, and nothing past it', async () => {
    const last = await search({ page: 13 });
    expect(last.hits).toHaveLength(PATHWAYS - 1_200);
    expect(await search({ page: 14 })).toMatchObject({ total: PATHWAYS, hits: [] });
    expect(await search({ page: 999_999_999 })).toMatchObject({ total: PATHWAYS, hits: [] });
  });

  it.skipIf(skipped)('counts every value of a facet', async () => {
    const { facets } = await search({ perPage: 1 });
    const counts = new Map<string, number>();
    for (let at = 0; at < PATHWAYS; at++) counts.set(destinationOf(at), (counts.get(destinationOf(at)) ?? 0) + 1);
    expect(facets.destination).toEqual(Object.fromEntries(counts));
    expect(Object.keys(facets.origin)).toHaveLength(countries.length);
    expect(facets.origin['PH']).toBe(PATHWAYS - (counts.get('PH') ?? 0));
  });
});
