import type { ColumnType, Generated } from 'kysely';
import type { PathwaySearchDocument } from '../../search/pathway/document.ts';
import type { PathwayIndexEntry } from '../../search/pathway/index-entry.ts';

/** The search copy of the pathways, written with each pathway; the PostgreSQL engine searches it, other engines are fed from it. */
export type SearchPathwayTable = {
  id: string;
  /** `json`: it is passed on and compared whole. */
  entry: ColumnType<PathwayIndexEntry, string, string>;
  /** The entry's own, for results: PostgreSQL keeps it. */
  document: ColumnType<PathwaySearchDocument, never, never>;
  filters: string[];
  facets: string[];
  name_order: ColumnType<Record<string, string>, string, string>;
  destination_order: ColumnType<Record<string, string>, string, string>;
  places: number | null;
  stay: number | null;
  updated: string;
  breadth: number;
  /** Rises with every change, over the whole table. */
  revision: Generated<number>;
};

/**
 * The words of each pathway, apart from all else that is known of it: what holds a word is looked up in narrow rows. Folded, with
 * their places, each after the letter of its field: A name, B occupations, C summary, D the rest; and what each field begins with.
 */
export type SearchTextTable = { id: string; words: ColumnType<string, string, string> };

/** Every word that stands in some pathway, to find those that what was typed may mean. Words are only added, until a rebuild. */
export type SearchWordTable = { word: string };

/** Two words side by side in some pathway, written as one, to find what was typed without the space between. Only added as well. */
export type SearchPairTable = { joined: string; head: string };

/** The search copy of the vacancies that are offered. */
export type SearchVacancyTable = {
  id: string;
  pathway: string;
  destination: string;
  occupation: string;
  sector: string;
  housing: string;
  /** A space between them. */
  languages: string;
  /** Places left. */
  places: number;
  start_on: string | null;
  closes: string | null;
  currency: string;
  /** Gross a year: in its own money, and in euros by the rate that holds. */
  yearly: number | null;
  comparable: number | null;
  /** Which of the bands of wages, from 0. */
  band: number | null;
  /** Its requirement, by number; null: not read yet. */
  requirement: number | null;
  updated: string;
  /** Folded, each after the letter of its field: A title, B skills, C description, D the rest; and signs of its occupation and pathway. */
  words: ColumnType<string, string, string>;
  revision: Generated<number>;
};

/** The words by which occupations are called, with their places: a query asks which of them it names. */
export type SearchOccupationTable = { code: string; words: ColumnType<string, string, string> };

/**
 * Which revision of each pathway an index outside holds. Compared row by row, so that it does not matter in which order
 * transactions commit; each index has its own rows, and they can be read off it again.
 */
export type SearchCopyTable = { index_uid: string; id: string; revision: number };
