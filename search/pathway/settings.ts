import type { Settings } from 'meilisearch';
import { LOCALES } from '../../app/i18n/locale.ts';
import { wordsOf } from '../words.ts';
import type { PathwayIndexEntry } from './index-entry.ts';

/** What an index does with a field. `sortable` names the field itself ('') or parts of it. */
type Role = {
  /** 1 is the field that counts most. */
  searchable?: number;
  filterable?: true;
  sortable?: readonly string[];
  displayed?: true;
};

const byLocale = Object.keys(LOCALES).map((locale) => `.${locale}`);

/** Every field's role, once; a new field does not compile until it has one. */
export const ROLES = {
  id: { sortable: [''] },
  names: { searchable: 1 },
  occupations: { searchable: 2 },
  summaries: { searchable: 3 },
  context: { searchable: 4 },
  filters: { filterable: true },
  facets: { filterable: true }, // Meilisearch counts only what may be filtered
  nameOrder: { sortable: byLocale },
  destinationOrder: { sortable: byLocale },
  places: { sortable: [''] },
  stay: { sortable: [''] },
  updated: { sortable: [''] },
  document: { displayed: true },
} as const satisfies Record<keyof PathwayIndexEntry, Role>;

const roles: readonly (readonly [string, Role])[] = Object.entries(ROLES);

const searchable = roles
  .flatMap(([field, { searchable: place }]) => (place === undefined ? [] : [{ field, place }]))
  .sort((a, b) => a.place - b.place)
  .map(({ field }) => field);

/** More than there will ever be: Meilisearch's own limits (1000 and 100) cut without saying so. */
const NO_LIMIT = 1_000_000_000;
const MOST_FACET_VALUES = 100_000;

/** The Meilisearch settings of the pathway index, every one that decides an answer stated. */
export const PATHWAY_SETTINGS = {
  searchableAttributes: searchable,
  filterableAttributes: roles.filter(([, role]) => role.filterable).map(([field]) => field),
  sortableAttributes: roles.flatMap(([field, role]) => (role.sortable ?? []).map((part) => `${field}${part}`)),
  displayedAttributes: roles.filter(([, role]) => role.displayed).map(([field]) => field),
  // First what the reader chose; the last two put equals into one order, the same in every engine.
  rankingRules: ['sort', 'words', 'typo', 'attributeRank', 'proximity', 'exactness', 'nameOrder.en:asc', 'id:asc'],
  // queryWords() leaves stop words out for every engine; a second list here would also drop what it keeps («the of»).
  stopWords: [],
  synonyms: {},
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [],
    disableOnAttributes: [],
    disableOnNumbers: false,
  },
  pagination: { maxTotalHits: NO_LIMIT },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { '*': 'alpha' } },
  proximityPrecision: 'byWord',
  prefixSearch: 'indexingTime',
  facetSearch: false,
} as const satisfies Settings;

const asWords = (texts: readonly string[]) =>
  texts.map((text) => wordsOf(text).join(' ')).filter((text) => text !== '');

/** An entry as Meilisearch holds it: its texts as the folded words that PostgreSQL holds as well, so that both find the same. */
export const copyOf = (entry: PathwayIndexEntry): PathwayIndexEntry => ({
  ...entry,
  names: asWords(entry.names),
  occupations: asWords(entry.occupations),
  summaries: asWords(entry.summaries),
  context: asWords(entry.context),
});
