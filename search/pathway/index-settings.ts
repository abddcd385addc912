import type { Settings } from 'meilisearch';
import { TYPOS_FROM } from '../../app/domain/text/typos.ts';
import { LOCALES } from '../../app/i18n/locale.ts';
import { wordsOf } from '../words.ts';
import type { PathwayIndexEntry } from './index-entry.ts';

/** What Meilisearch holds of a pathway: its entry, and the revision by which a copy is known to be current. */
export type PathwayIndexDocument = PathwayIndexEntry & { revision: number };

/** What a field is for. `searchable` is its weight's place, 1 the heaviest; `sortable` may go by the reader's language. */
type Role = { searchable?: 1 | 2 | 3 | 4; filterable?: true; sortable?: 'itself' | 'by-locale'; shown?: true };

const ROLES = {
  id: {},
  names: { searchable: 1 },
  occupations: { searchable: 2 },
  summaries: { searchable: 3 },
  context: { searchable: 4 },
  filters: { filterable: true },
  facets: { filterable: true },
  nameOrder: { sortable: 'by-locale' },
  destinationOrder: { sortable: 'by-locale' },
  places: { sortable: 'itself' },
  stay: { sortable: 'itself' },
  updated: { sortable: 'itself' },
  breadth: { sortable: 'itself' },
  revision: {},
  document: { shown: true },
} as const satisfies Record<keyof PathwayIndexDocument, Role>;

const roles: readonly (readonly [string, Role])[] = Object.entries(ROLES);
const fieldsWith = (has: (role: Role) => boolean) => roles.filter(([, role]) => has(role)).map(([field]) => field);

/** The fields a search brings back; a comparison reads them all, so none is hidden. */
export const SHOWN = fieldsWith(({ shown }) => shown === true);

const searchable = () =>
  roles
    .flatMap(([field, { searchable: place }]) => (place === undefined ? [] : [{ field, place }]))
    .sort((a, b) => a.place - b.place)
    .map(({ field }) => field);

const sortable = () =>
  roles.flatMap(([field, { sortable: by }]) => {
    if (by === undefined) return [];
    return by === 'itself' ? [field] : Object.keys(LOCALES).map((locale) => `${field}.${locale}`);
  });

/** More than there will ever be: both limits cut silently (1,000 results and 100 values, unless raised). */
const NEVER_REACHED = { results: 10_000_000, values: 10_000 };

/**
 * Meilisearch guesses the language of a text from a few words and takes some Arabic for Persian, whose letters it then changes:
 * the same word in a name and in a summary would be two. Named one language for all, it guesses nothing, and other scripts are
 * cut as our words are.
 */
const ONE_LANGUAGE: Settings['localizedAttributes'] = [{ attributePatterns: ['*'], locales: ['ara'] }];

/**
 * The whole of the index's settings, derived from the roles. Words reach it folded and cut, so it needs no stop words and no
 * languages; equal results stand in the order of their English names, as a ranking rule cannot know the reader.
 */
export const pathwaySettings = (): Settings => ({
  searchableAttributes: searchable(),
  filterableAttributes: fieldsWith(({ filterable }) => filterable === true),
  sortableAttributes: [...sortable(), 'id'],
  displayedAttributes: ['*'],
  rankingRules: ['sort', 'words', 'typo', 'attributeRank', 'exactness', 'breadth:asc', 'nameOrder.en:asc', 'id:asc'],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: TYPOS_FROM.one, twoTypos: TYPOS_FROM.two },
    disableOnAttributes: [],
    disableOnWords: [],
    disableOnNumbers: true,
  },
  pagination: { maxTotalHits: NEVER_REACHED.results },
  faceting: { maxValuesPerFacet: NEVER_REACHED.values, sortFacetValuesBy: { '*': 'alpha' } }, // all of it, as it is given back
  prefixSearch: 'indexingTime',
  proximityPrecision: 'byWord',
  facetSearch: false,
  localizedAttributes: ONE_LANGUAGE,
  stopWords: [],
  synonyms: {},
});

const asWords = (texts: readonly string[]) => texts.map((text) => wordsOf(text).join(' '));

/** The texts are given as our own words, so that both engines search the same ones whatever the script. */
export const toIndexDocument = (entry: PathwayIndexEntry, revision: number): PathwayIndexDocument => ({
  ...entry,
  names: asWords(entry.names),
  occupations: asWords(entry.occupations),
  summaries: asWords(entry.summaries),
  context: asWords(entry.context),
  revision,
});
