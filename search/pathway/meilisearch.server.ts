import * as z from 'zod';
import type { Reader } from '../../db/client.server.ts';
import { ask, within } from '../ask.server.ts';
import type { SearchIndex } from '../copy.ts';
import {
  PATHWAY_FACETS,
  type PathwayFacet,
  type PathwayQuery,
  type PathwayResult,
  type PathwaySort,
  SearchUnavailable,
} from '../engine.ts';
import { holdsOneOf } from '../filter.ts';
import { phraseOf, type QueryWord, queryWords } from '../words.ts';
import { askedTokens, countsOfTokens, type PathwaySearchDocument } from './document.ts';
import { hitsOf, inLocale } from './hit.ts';
import { SHOWN } from './index-settings.ts';
import { withPlaces } from './places.ts';
import { isSearchDocument } from './shape.ts';

const Answer = z.object({
  results: z.array(
    z.object({
      hits: z.array(z.object({ document: z.custom<PathwaySearchDocument>(isSearchDocument) })),
      totalHits: z.int().min(0),
      facetDistribution: z.object({ facets: z.record(z.string(), z.int().min(0)) }),
    }),
  ),
});

const SORTS: Record<Exclude<PathwaySort, 'relevance'>, (locale: string) => readonly string[]> = {
  name: () => [],
  destination: (locale) => [`destinationOrder.${locale}:asc`],
  places: () => ['places:asc'],
  stay: () => ['stay:desc'],
  updated: () => ['updated:desc'],
};

/** Relevance is the ranking rules' own; without a text it is by name. */
function sortOf(sort: PathwaySort, locale: string, words: readonly QueryWord[]): string[] {
  if (sort === 'relevance' && words.length > 0) return [];
  return [...(sort === 'relevance' ? [] : SORTS[sort](locale)), `nameOrder.${locale}:asc`, 'id:asc'];
}

const activeFacets = ({ filters }: PathwayQuery) => PATHWAY_FACETS.filter((facet) => filters[facet]?.length);

const filterWithout = (query: PathwayQuery, left: PathwayFacet | undefined) =>
  activeFacets(query)
    .filter((facet) => facet !== left)
    .map((facet) => holdsOneOf('filters', askedTokens(facet, query.filters[facet] ?? [])));

/** The results, then for each facet in use the counts with its own filter left out: all in one request. */
function queriesOf(uid: string, query: PathwayQuery, words: readonly QueryWord[]) {
  const common = {
    indexUid: uid,
    q: phraseOf(words),
    matchingStrategy: 'all' as const,
    facets: ['facets'],
    attributesToRetrieve: SHOWN,
  };
  const { sort, page, perPage } = query;
  return [
    {
      ...common,
      filter: filterWithout(query, undefined),
      sort: sortOf(sort, inLocale(query.locale), words),
      page,
      hitsPerPage: perPage,
    },
    ...activeFacets(query).map((facet) => ({
      ...common,
      filter: filterWithout(query, facet),
      page: 1,
      hitsPerPage: 0,
    })),
  ];
}

/** Searches the index that the outbox fills; how many places are left the database alone knows. */
export async function searchPathwayIndex(
  db: Reader,
  { client, uid }: SearchIndex,
  query: PathwayQuery,
  signal?: AbortSignal,
): Promise<PathwayResult> {
  const words = queryWords(query.q);
  const itself = { engine: 'meilisearch', degraded: false } as const;
  if (query.q !== '' && words.length === 0) return { total: 0, hits: [], facets: countsOfTokens({}), ...itself };
  const queries = queriesOf(uid, query, words);
  const { results } = await within(signal, async (aborted) =>
    Answer.parse(await ask(client, 'multi-search', { queries }, aborted)),
  );
  const [main, ...left] = results;
  const active = activeFacets(query);
  if (!main || left.length !== active.length) throw new SearchUnavailable('Meilisearch answers another question');
  const facets = countsOfTokens(main.facetDistribution.facets);
  for (const [at, facet] of active.entries())
    facets[facet] = countsOfTokens(left[at]?.facetDistribution.facets ?? {})[facet];
  return {
    total: main.totalHits,
    hits: hitsOf(
      await withPlaces(
        db,
        main.hits.map(({ document }) => document),
      ),
      words,
      query.locale,
    ),
    facets,
    ...itself,
  };
}
