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

const Result = z.object({
  hits: z.array(z.object({ id: z.string() })),
  totalHits: z.int().min(0),
  facetDistribution: z.object({
    facets: z.record(z.string(), z.int().min(0)).default({}),
    pathway: z.record(z.string(), z.int().min(0)).default({}),
  }),
});
type Result = z.infer<typeof Result>;
const Answer = z.object({ results: z.array(Result) });

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
  ...{ indexUid: uid, ...question, facets: ['facets', 'pathway'] },
  ...{ attributesToRetrieve: ['id'], page: 1, hitsPerPage: 0 },
});

const listing = (uid: string, question: Question, asked: Asked) => ({
  ...{ indexUid: uid, ...question, attributesToRetrieve: ['id'], sort: sortOf(asked) },
});

/** Adds counts to others. */
function addTo(sums: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [key, count] of Object.entries(counts)) sums.set(key, (sums.get(key) ?? 0) + count);
}

function added(parts: readonly Result[]): Counts & { total: number } {
  const [facets, pathways] = [new Map<string, number>(), new Map<string, number>()];
  for (const { facetDistribution } of parts) {
    addTo(facets, facetDistribution.facets);
    addTo(pathways, facetDistribution.pathway);
  }
  return {
    total: parts.reduce((sum, { totalHits }) => sum + totalHits, 0),
    ...{ own: countsOfTokens(facets), pathways: Object.fromEntries(pathways) },
  };
}

type Ask = (queries: readonly object[]) => Promise<unknown>;

const Listed = z.object({ results: z.array(z.object({ hits: z.array(z.object({ id: z.string() })) })) });

/** What of each part stands on the page: how many of it stand on pages before, and how many on this. */
function windowsOf(parts: readonly Result[], { page, perPage }: VacancyQuery): { offset: number; limit: number }[] {
  let before = 0;
  return parts.map(({ totalHits }) => {
    const offset = Math.max(0, (page - 1) * perPage - before);
    const limit = Math.max(0, Math.min(totalHits, page * perPage - before) - offset);
    before += totalHits;
    return { offset, limit };
  });
}

/** The page: what of the first part came with its counts, and the rest of the other parts. */
async function idsOf(asking: Ask, uid: string, asked: Asked, found: readonly Result[]): Promise<string[]> {
  const windows = windowsOf(found, asked.query);
  const rest = partsOf(asked).flatMap((part, at) => {
    const window = windows[at];
    return at > 0 && window && window.limit > 0 ? [{ ...listing(uid, questionOf(asked, part), asked), ...window }] : [];
  });
  const { results } = rest.length > 0 ? Listed.parse(await asking(rest)) : { results: [] };
  return [...found.slice(0, 1), ...results].flatMap(({ hits }) => hits.map(({ id }) => id));
}

/** The results and their counts, then for each facet in use the counts with its own filter left out: all in one request. */
async function find({ client, uid }: SearchIndex, asked: Asked, signal: AbortSignal): Promise<Found> {
  const parts = partsOf(asked);
  const { page, perPage } = asked.query;
  const active = activeFacets(asked);
  const main = parts.map((part, at) => {
    const question = questionOf(asked, part);
    return at === 0
      ? { ...counting(uid, question), sort: sortOf(asked), page, hitsPerPage: perPage }
      : counting(uid, question);
  });
  const left = active.flatMap((facet) => parts.map((part) => counting(uid, questionOf(asked, part, facet))));
  const asking: Ask = (queries) => ask(client, 'multi-search', { queries }, signal);
  const { results } = Answer.parse(await asking([...main, ...left]));
  if (results.length !== main.length + left.length) throw new SearchUnavailable('Meilisearch answers another question');
  const found = results.slice(0, parts.length);
  const { total, ...counts } = added(found);
  const leftOf = (at: number) => added(results.slice(parts.length * (at + 1), parts.length * (at + 2)));
  return {
    ...{ total, counts, ids: await idsOf(asking, uid, asked, found) },
    left: new Map(active.map((facet, at): [VacancyFacet, Counts] => [facet, leftOf(at)])),
  };
}

/** Searches the index that the outbox fills. */
export const searchVacancyIndex = (
  db: Reader,
  index: SearchIndex,
  query: VacancyQuery,
  signal?: AbortSignal,
): Promise<VacancyResult> =>
  searchVacanciesBy(db, 'meilisearch', query, (asked) => within(signal, (aborted) => find(index, asked, aborted)));
