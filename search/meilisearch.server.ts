import { Meilisearch } from 'meilisearch';
import * as z from 'zod';
import type { Reader } from '../db/client.server.ts';
import { ask } from './ask.server.ts';
import {
  PATHWAY_FACETS,
  type PathwayFacet,
  type PathwayQuery,
  type PathwayResult,
  type PathwaySort,
  type SearchEngine,
  SearchUnavailable,
} from './engine.ts';
import { holdsOneOf } from './filter.ts';
import { askedTokens, countsOfTokens, type PathwaySearchDocument } from './pathway/document.ts';
import { hitsOf, inLocale } from './pathway/hit.ts';
import { SHOWN } from './pathway/index-settings.ts';
import { withPlaces } from './pathway/places.ts';
import { isSearchDocument } from './pathway/shape.ts';
import { type QueryWord, queryWords } from './words.ts';

/** One index of one Meilisearch. */
export type PathwayIndex = { client: Meilisearch; uid: string };

/**
 * The index of this database and of no other: its name holds the installation's id, also after a prefix of someone's choosing that
 * two installations may share.
 */
export const indexName = (installation: string, prefix: string | undefined): string =>
  `${prefix === undefined ? '' : `${prefix}-`}${installation}-pathways`;

/** For all but searches, which have less time: whoever waits for longer would keep others from feeding the index meanwhile. */
const HANGS_AFTER_MS = 20_000;

/** `identity`: a compressed answer comes in two segments, and the kernel's delayed acknowledgement adds 40 ms to each search. */
export const connectMeilisearch = (host: string, apiKey: string | undefined): Meilisearch =>
  new Meilisearch({
    host,
    ...(apiKey !== undefined && { apiKey }),
    requestInit: { headers: { 'accept-encoding': 'identity' } },
    timeout: HANGS_AFTER_MS,
    defaultWaitOptions: { timeout: 0, interval: 20 },
  });

/** With the fallback's own time, an answer comes within a second. */
const TIMEOUT_MS = 700;

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

/** Our own words, so nothing in them is an operator; a space after the last one says that it is finished. */
const phraseOf = (words: readonly QueryWord[]) =>
  words.map(({ word }) => word).join(' ') + (words.at(-1)?.prefix ? '' : ' ');

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

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Runs a request with the engine's own time-out; whatever goes wrong is an engine that does not answer, but for the asker's own change of mind. */
async function within<T>(asked: AbortSignal | undefined, request: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const own = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await request(asked ? AbortSignal.any([asked, own]) : own);
  } catch (cause) {
    asked?.throwIfAborted();
    throw new SearchUnavailable(`Meilisearch does not answer: ${messageOf(cause)}`, { cause });
  }
}

async function search(
  db: Reader,
  { client, uid }: PathwayIndex,
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

/** Resolves when anything answers there at all, and fails as soon as a search would: the index may not be there yet. */
export const greet = ({ client }: PathwayIndex): Promise<void> =>
  within(undefined, (signal) => client.httpRequest.get({ path: 'health', extraRequestInit: { signal } }));

/** The production engine, over the index `uid` that the outbox fills; how many places are left the database alone knows. */
export function meilisearchEngine(db: Reader, index: PathwayIndex): SearchEngine {
  return {
    name: 'meilisearch',
    searchPathways: (query, signal) => search(db, index, query, signal),
    // A real search: one that answers /health and nothing else is of no use.
    ping: async () => {
      await search(db, index, { q: '', filters: {}, sort: 'name', page: 1, perPage: 1, locale: 'en' });
    },
  };
}
