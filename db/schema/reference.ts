import type { ColumnType, Generated } from 'kysely';
import type { Corridor } from '../reference/corridor.ts';

/** A corridor of `db/seed/corridors.json`: remittance cost, agreements, portability, readmission. */
export type CorridorTable = { origin: string; destination: string; body: ColumnType<Corridor, string, string> };

/** ISCO-08 groups of all four levels; `parent` is the code without its last digit. */
export type IscoGroupTable = { code: string; level: number; parent: string | null };

/** What a group is called: its `title` and everyday `synonym`s, per language. */
export type OccupationTermTable = {
  code: string;
  language: string;
  kind: 'title' | 'synonym';
  term: string;
  folded: string;
};

export type ClassificationScheme = 'isic' | 'isced' | 'cefr';

/** Labels of ISIC sections, ISCED levels and CEFR levels. */
export type ClassificationTable = {
  scheme: ClassificationScheme;
  code: string;
  language: string;
  label: string;
  position: number;
};

/** Plain names of codes that documents use: papers, what offices do, tests, tranches. */
export type VocabularyTable = {
  area: 'paper' | 'role' | 'test' | 'tranche';
  code: string;
  language: string;
  label: string;
};

/** Which edition of each reference file is loaded, so that an upgrade brings corrections. */
export type ReferenceLoadTable = { name: string; hash: string; loaded_at: Generated<Date> };

/** One row: the identity of this database, by which an index of another database is recognised. */
export type InstallationTable = { id: Generated<string>; created_at: Generated<Date> };
