import type { Settings } from 'meilisearch';
import type { CopiedDocument } from '../copy.ts';
import { asWords, fieldsWith, type Role, settingsOf } from '../roles.ts';
import type { PathwayIndexEntry } from './index-entry.ts';

/** What Meilisearch holds of a pathway: its entry, and the revision and form by which a copy is known to be current. */
export type PathwayIndexDocument = PathwayIndexEntry & CopiedDocument;

/** 0: as ever. */
export const FORM = 0;

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
  form: {},
  document: { shown: true },
} as const satisfies Record<keyof PathwayIndexDocument, Role>;

/** The fields a search brings back; a comparison reads them all, so none is hidden. */
export const SHOWN = fieldsWith(ROLES, ({ shown }) => shown === true);

/** Equal results stand in the order of their English names, as a ranking rule cannot know the reader. */
export const pathwaySettings = (): Settings => settingsOf(ROLES, ['breadth:asc', 'nameOrder.en:asc']);

/** The texts are given as our own words, so that both engines search the same ones whatever the script. */
export const toIndexDocument = (entry: PathwayIndexEntry, revision: number): PathwayIndexDocument => ({
  ...entry,
  names: asWords(entry.names),
  occupations: asWords(entry.occupations),
  summaries: asWords(entry.summaries),
  context: asWords(entry.context),
  revision,
  form: FORM,
});
