import type { ColumnType } from 'kysely';
import type { Name } from '../../app/domain/occupation/sense.ts';

/** What a job title may mean: a group of ISCO-08 (`code` = `isco`) or an occupation of ESCO below one. `uri` once ESCO is imported. */
export type OccupationConceptTable = {
  id: number;
  kind: 'group' | 'occupation';
  code: string;
  isco: string;
  uri: string | null;
};

/** What a concept is called; `stemmed` are the words of it as they are compared in its language. */
export type OccupationNameTable = {
  concept: number;
  language: string;
  name: string;
  esco: boolean;
  preferred: boolean;
  folded: string;
  stemmed: string;
};

/** All names of a concept in one language, as they are ranked. Derived from the names. */
export type OccupationSenseTable = {
  language: string;
  concept: number;
  names: ColumnType<Name[], string, string>;
  words: number;
  letters: number;
};

/** A word (after `=`) or a run of letters, what it weighs, and the concepts in whose names it is (packed). Derived from the names. */
export type OccupationMarkTable = { language: string; mark: string; name: number; concept: number; places: Buffer };
