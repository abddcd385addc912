import * as z from 'zod';
import type { Reader } from '../../db/client.server.ts';
import { ask, within } from '../ask.server.ts';
import type { SearchIndex } from '../copy.ts';
import {
  SearchUnavailable,
  type VacancyFacet,
  type VacancyQuery,
  type VacancyResult,
  type VacancySort,
} from '../engine.ts';
import { holdsOneOf, isOneOf, quoted } from '../filter.ts';
import { phraseOf } from '../words.ts';
import { dayNumber, EVERY_ONE } from './copy.ts';
import { type Asked, activeFacets, type Counts, type Found, narrowed, searchVacanciesBy } from './search.ts';
import { askedTokens, countsOfTokens } from './traits.ts';

const Count = z.object({
  totalHits: z.int().min(0),
  facetDistribution: z.object({ facets: z.record(z.string(), z.int().min(0)).default({}) }),
});
type Count = z.infer<typeof Count>;
const Counted = z.object({ results: z.array(Count) });
const Listed = z.object({ results: z.array(z.object({ hits: z.array(z.object({ id: z.string() })) })) });

const SORTS: Record<VacancySort, readonly string[]> = {
  relevance: ['updated:desc', 'id:asc'],
  updated: ['updated:desc', 'id:asc'],
  wage: ['comparable:desc', 'currency:asc', 'yearly:desc', 'id:asc'],
  start: ['start:asc', 'id:asc'],
  closing: ['closes:asc', 'id:asc'],
  places: ['places:desc', 'id:asc'],
};

/** With a text, relevance is the ranking rules' own. */
const sortOf = ({ query: { sort }, words }: Asked) => (sort === 'relevance' && words.length > 0 ? [] : SORTS[sort]);

function filtersOf(asked: Asked, but?: VacancyFacet): string[] {
  const { query, leastWage } = asked;
  const { own, pathways } = narrowed(asked, but);
  const least = leastWage && [
    `currency = ${quoted(leastWage.currency)} AND yearly >= ${leastWage.yearly}`,
    ...(leastWage.comparable === null ? [] : [`comparable >= ${leastWage.comparable}`]),
  ];
  return [
    `closes >= ${dayNumber(query.on)}`,
    ...own.map(({ facet, values }) => holdsOneOf('filters', askedTokens(facet, values))),
    ...(pathways === undefined ? [] : [holdsOneOf('pathway', pathways)]),
    ...(query.startFrom === undefined ? [] : [`start >= ${dayNumber(query.startFrom)}`]),
    ...(least ? [`(${least.join(') OR (')})`] : []),
  ];
}

/** A part of what is found: its text, and what else it is narrowed by. Parts follow one another and hold nothing twice. */
type Part = { q: string; matchingStrategy: 'all' | 'last'; filter: readonly string[] };

/**
 * What the text names comes first, whatever words it is written in: every vacancy has one word, after which the others may match and
 * need not. Then all else that holds the words.
 */
function partsOfText({ words, concepts }: Asked): Part[] {
  const phrase = phraseOf(words);
  const everywhere = { q: phrase, matchingStrategy: 'all' } as const;
  if (concepts.length === 0) return [{ ...everywhere, filter: [] }];
  const named = holdsOneOf(
    'filters',
    concepts.map((code) => `occupation:${code}`),
  );
  return [
    { q: `${EVERY_ONE} ${phrase}`, matchingStrategy: 'last', filter: [named] },
    { ...everywhere, filter: [`NOT ${named}`] },
  ];
}

/** Of what is required before, then of the next, each part of the text. */
function partsOf(asked: Asked): Part[] {
  const { requirements } = asked.query;
  const parts = partsOfText(asked);
  if (requirements === undefined) return parts;
  return requirements.flatMap((numbers) =>
    parts.map((part) => ({ ...part, filter: [...part.filter, isOneOf('requirement', numbers)] })),
  );
}

type Question = Omit<Part, 'filter'> & { filter: string[] };

const questionOf = (asked: Asked, part: Part, but?: VacancyFacet): Question => ({
  ...part,
  filter: [...part.filter, ...filtersOf(asked, but)],
});

/** For counts alone. */
const counting = (uid: string, question: Question) => ({
  ...{ indexUid: uid, ...question, facets: ['facets'] },
  ...{ attributesToRetrieve: ['id'], page: 1, hitsPerPage: 0 },
});

type Window = { offset: number; limit: number };

const listing = (uid: string, question: Question, asked: Asked, window: Window) => ({
  ...{ indexUid: uid, ...question, attributesToRetrieve: ['id'], sort: sortOf(asked), ...window },
});

/** Adds the counts of parts, which hold nothing twice. */
function added(parts: readonly Count[]): Counts {
  const sums = new Map<string, number>();
  for (const { facetDistribution } of parts)
    for (const [token, count] of Object.entries(facetDistribution.facets))
      sums.set(token, (sums.get(token) ?? 0) + count);
  const { pathway: pathways, ...own } = countsOfTokens(sums);
  return { own, pathways };
}

const totalOf = (parts: readonly Count[]) => parts.reduce((sum, { totalHits }) => sum + totalHits, 0);

type Ask = (queries: readonly object[], signal: AbortSignal) => Promise<unknown>;

/** Of each part, and then of each facet in use with its own filter left out: how many there are, and of what. */
async function count(asking: Ask, uid: string, asked: Asked, signal: AbortSignal): Promise<Count[][]> {
  const parts = partsOf(asked);
  const ways: (VacancyFacet | undefined)[] = [undefined, ...activeFacets(asked)];
  const queries = ways.flatMap((but) => parts.map((part) => counting(uid, questionOf(asked, part, but))));
  const { results } = Counted.parse(await asking(queries, signal));
  if (results.length !== queries.length) throw new SearchUnavailable('Meilisearch answers another question');
  return ways.map((_, at) => results.slice(parts.length * at, parts.length * (at + 1)));
}

/** What of each part stands on the page: how many of it stand on pages before, and how many on this. */
function windowsOf(parts: readonly Count[], { page, perPage }: VacancyQuery): Window[] {
  let before = 0;
  return parts.map(({ totalHits }) => {
    const offset = Math.max(0, (page - 1) * perPage - before);
    const limit = Math.max(0, Math.min(totalHits, page * perPage - before) - offset);
    before += totalHits;
    return { offset, limit };
  });
}

/** The page: what the first part has of it, and where that is not all of it, what the others have, by how many each holds. */
async function list(
  asking: Ask,
  uid: string,
  asked: Asked,
  counts: Promise<Count[][]>,
  signal: AbortSignal,
): Promise<string[]> {
  const { page, perPage } = asked.query;
  const [first, ...others] = partsOf(asked);
  const idsOf = async (wanted: readonly { part: Part; window: Window }[]) => {
    const queries = wanted.map(({ part, window }) => listing(uid, questionOf(asked, part), asked, window));
    if (queries.length === 0) return [];
    const { results } = Listed.parse(await asking(queries, signal));
    if (results.length !== queries.length) throw new SearchUnavailable('Meilisearch answers another question');
    return results.flatMap(({ hits }) => hits.map(({ id }) => id));
  };
  if (!first) return [];
  const found = await idsOf([{ part: first, window: { offset: (page - 1) * perPage, limit: perPage } }]);
  if (others.length === 0 || found.length === perPage) return found;
  const [whole = []] = await counts;
  const windows = windowsOf(whole, asked.query).slice(1);
  const rest = others.flatMap((part, at) => {
    const window = windows[at];
    return window && window.limit > 0 ? [{ part, window }] : [];
  });
  return [...found, ...(await idsOf(rest))];
}

/** The page and the counts are asked for side by side: what stands on the page can be read while the rest is counted. */
function find({ client, uid }: SearchIndex, asked: Asked, signal: AbortSignal | undefined): Found {
  const asking: Ask = (queries, aborted) => ask(client, 'multi-search', { queries }, aborted);
  const counts = within(signal, (aborted) => count(asking, uid, asked, aborted));
  const active = activeFacets(asked);
  return {
    ids: within(signal, (aborted) => list(asking, uid, asked, counts, aborted)),
    counted: counts.then(([whole = [], ...left]) => ({
      ...{ total: totalOf(whole), counts: added(whole) },
      left: new Map(active.map((facet, at): [VacancyFacet, Counts] => [facet, added(left[at] ?? [])])),
    })),
  };
}

/** Searches the index that the outbox fills. */
export const searchVacancyIndex = (
  db: Reader,
  index: SearchIndex,
  query: VacancyQuery,
  signal?: AbortSignal,
): Promise<VacancyResult> => searchVacanciesBy(db, 'meilisearch', query, (asked) => find(index, asked, signal));
