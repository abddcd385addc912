import type { Settings } from 'meilisearch';
import { TYPOS_FROM } from '../app/domain/text/typos.ts';
import { LOCALES } from '../app/i18n/locale.ts';
import { wordsOf } from './words.ts';

/** What a field is for. `searchable` is its weight's place, 1 the heaviest; `sortable` may go by the reader's language. */
export type Role = { searchable?: 1 | 2 | 3 | 4; filterable?: true; sortable?: 'itself' | 'by-locale'; shown?: true };

export type Roles = Readonly<Record<string, Role>>;

export const fieldsWith = (roles: Roles, has: (role: Role) => boolean) =>
  Object.entries(roles)
    .filter(([, role]) => has(role))
    .map(([field]) => field);

const searchable = (roles: Roles) =>
  Object.entries(roles)
    .flatMap(([field, { searchable: place }]) => (place === undefined ? [] : [{ field, place }]))
    .sort((a, b) => a.place - b.place)
    .map(({ field }) => field);

const sortable = (roles: Roles) =>
  Object.entries(roles).flatMap(([field, { sortable: by }]) => {
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
 * The whole of an index's settings, derived from the roles of its fields. Words reach it folded and cut, so it needs no stop words and
 * no languages; `order` is that of equal results.
 */
export const settingsOf = (roles: Roles, order: readonly string[]): Settings => ({
  searchableAttributes: searchable(roles),
  filterableAttributes: fieldsWith(roles, ({ filterable }) => filterable === true),
  sortableAttributes: [...sortable(roles), 'id'],
  displayedAttributes: ['*'],
  rankingRules: ['sort', 'words', 'typo', 'attributeRank', 'exactness', ...order, 'id:asc'],
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

/** Texts as our own words, so that both engines search the same ones whatever the script. */
export const asWords = (texts: readonly string[]): string[] => texts.map((text) => wordsOf(text).join(' '));
