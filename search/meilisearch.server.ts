import { Meilisearch } from 'meilisearch';
import type { Reader } from '../db/client.server.ts';
import { within } from './ask.server.ts';
import type { Indexes } from './copies.ts';
import type { SearchEngine } from './engine.ts';
import { searchPathwayIndex } from './pathway/meilisearch.server.ts';
import { emptyQuery } from './pathway/query.ts';
import { searchVacancyIndex } from './vacancy/meilisearch.server.ts';

/**
 * What the indexes of this database and of no other are called: their names hold the installation's id, also after a prefix of
 * someone's choosing that two installations may share.
 */
export const indexBase = (installation: string, prefix: string | undefined): string =>
  `${prefix === undefined ? '' : `${prefix}-`}${installation}`;

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

/** Resolves when anything answers there at all, and fails as soon as a search would: the indexes may not be there yet. */
export const greet = (client: Meilisearch): Promise<void> =>
  within(undefined, (signal) => client.httpRequest.get({ path: 'health', extraRequestInit: { signal } }));

/** The production engine, over indexes that the outbox fills. */
export function meilisearchEngine(db: Reader, { pathways, vacancies }: Indexes): SearchEngine {
  return {
    name: 'meilisearch',
    searchPathways: (query, signal) => searchPathwayIndex(db, pathways, query, signal),
    searchVacancies: (query, signal) => searchVacancyIndex(db, vacancies, query, signal),
    // A real search: one that answers /health and nothing else is of no use.
    ping: async () => {
      await searchPathwayIndex(db, pathways, { ...emptyQuery('en'), sort: 'name', perPage: 1 });
    },
  };
}
