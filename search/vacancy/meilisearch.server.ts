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
import { isSide } from './reach.ts';
import { type Asked, activeFacets, type Counts, type Found, narrowed, searchVacanciesBy } from './search.ts';
import { askedTokens, countsOfTokens, OWN_FACETS, type OwnFacet } from './traits.ts';

/**
 * By what vacancies are counted: by what is their own, as one list or each by itself, and, for the facets that they have by their pathways,
 * by those. A few thousand are read one by one, the sooner the fewer attributes there are; more by what each value holds, the sooner the
 * fewer values.
 */
type Attribute = OwnFacet | 'facets' | 'pathway';

const Count = z.object({
  totalHits: z.int().min(0),
  facetDistribution: z.record(z.string(), z.record(z.string(), z.int().min(0))),
});
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

const counting = (uid: string, question: Question, by: readonly Attribute[]) => ({
  ...{ indexUid: uid, ...question, facets: by },
  ...{ attributesToRetrieve: ['id'], page: 1, hitsPerPage: 0 },
});

type Window = { offset: number; limit: number };

const listing = (uid: string, question: Question, asked: Asked, window: Window) => ({
  ...{ indexUid: uid, ...question, attributesToRetrieve: ['id'], sort: sortOf(asked), ...window },
});

type Ask = (queries: readonly object[]) => Promise<unknown>;

/** How many each part of a question holds, and of what all of them. */
type Tally = { totals: readonly number[]; counts: Counts };

/** Counts of all parts, which hold nothing twice, by an attribute; empty where it was not asked for. */
function added(parts: readonly z.infer<typeof Count>[], by: Attribute): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { facetDistribution } of parts)
    for (const [value, count] of Object.entries(facetDistribution[by] ?? {}))
      sums.set(value, (sums.get(value) ?? 0) + count);
  return Object.fromEntries(sums);
}

/** Counts by attributes; `but`: without the filter of a facet. */
async function tally(
  asking: Ask,
  uid: string,
  asked: Asked,
  by: readonly Attribute[],
  but?: VacancyFacet,
): Promise<Tally> {
  const queries = partsOf(asked).map((part) => counting(uid, questionOf(asked, part, but), by));
  const { results } = Counted.parse(await asking(queries));
  if (results.length !== queries.length) throw new SearchUnavailable('Meilisearch answers another question');
  return {
    totals: results.map(({ totalHits }) => totalHits),
    counts: {
      own: by.includes('facets')
        ? countsOfTokens(added(results, 'facets'))
        : Object.fromEntries(OWN_FACETS.map((facet) => [facet, added(results, facet)])),
      pathways: added(results, 'pathway'),
    },
  };
}

/** What of each part stands on the page: how many of it stand on pages before, and how many on this. */
function windowsOf(totals: readonly number[], { page, perPage }: VacancyQuery): Window[] {
  let before = 0;
  return totals.map((total) => {
    const offset = Math.max(0, (page - 1) * perPage - before);
    const limit = Math.max(0, Math.min(total, page * perPage - before) - offset);
    before += total;
    return { offset, limit };
  });
}

/** The page: what the first part has of it, and where that is not all of it, what the others have, by how many each holds. */
async function list(asking: Ask, uid: string, asked: Asked, counted: Promise<Tally>): Promise<string[]> {
  const { page, perPage } = asked.query;
  const [first, ...others] = partsOf(asked);
  const idsOf = async (wanted: readonly { part: Part; window: Window }[]) => {
    const queries = wanted.map(({ part, window }) => listing(uid, questionOf(asked, part), asked, window));
    if (queries.length === 0) return [];
    const { results } = Listed.parse(await asking(queries));
    if (results.length !== queries.length) throw new SearchUnavailable('Meilisearch answers another question');
    return results.flatMap(({ hits }) => hits.map(({ id }) => id));
  };
  if (!first) return [];
  const found = await idsOf([{ part: first, window: { offset: (page - 1) * perPage, limit: perPage } }]);
  if (others.length === 0 || found.length === perPage) return found;
  const windows = windowsOf((await counted).totals, asked.query).slice(1);
  const rest = others.flatMap((part, at) => {
    const window = windows[at];
    return window && window.limit > 0 ? [{ part, window }] : [];
  });
  return [...found, ...(await idsOf(rest))];
}

/** Whether it asks for less than all that can be applied for. */
const isNarrowed = (asked: Asked): boolean => {
  const { startFrom, requirements } = asked.query;
  const isFrom = [startFrom, requirements, asked.leastWage].some((limit) => limit !== undefined);
  return isFrom || activeFacets(asked).length > 0;
};

/** The page, the counts, and for each facet in use those without its own filter: all asked for side by side. */
function find({ client, uid }: SearchIndex, asked: Asked, signal: AbortSignal | undefined): Found {
  const inTime = <T>(work: (asking: Ask) => Promise<T>) =>
    within(signal, (aborted) => work((queries) => ask(client, 'multi-search', { queries }, aborted)));
  const tallied = (by: readonly Attribute[], but?: VacancyFacet) =>
    inTime((asking) => tally(asking, uid, asked, by, but));
  // A text costs more to look up than to be counted by both; where there is none, they are counted side by side.
  const hasText = asked.words.length > 0;
  const own = tallied(hasText ? ['facets', 'pathway'] : isNarrowed(asked) ? ['facets'] : OWN_FACETS);
  const pathways = hasText ? own : tallied(['pathway']);
  const left = activeFacets(asked).map(async (facet): Promise<[VacancyFacet, Counts]> => {
    const { counts } = await tallied([isSide(facet) ? 'pathway' : facet], facet);
    return [facet, counts];
  });
  return {
    ids: inTime((asking) => list(asking, uid, asked, own)),
    counted: Promise.all([own, pathways, Promise.all(left)]).then(([byOwn, byPathway, others]) => ({
      total: byOwn.totals.reduce((sum, total) => sum + total, 0),
      counts: { own: byOwn.counts.own, pathways: byPathway.counts.pathways },
      left: new Map(others),
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
