import type { ColumnType, Generated } from 'kysely';
import type { RequiringVacancy } from '../../app/domain/matching/match.ts';

/** What some vacancies require of a person, all of them the same: whoever may take one of them may take every one. */
export type RequirementTable = {
  id: Generated<number>;
  /** Of what they have in common (`requirementOf`). */
  hash: string;
  pathway: string;
  /** One of them, as far as what is required turns on it; it stands for all. */
  sample: ColumnType<RequiringVacancy, string, never>;
};
