import type { ColumnType, Generated } from 'kysely';
import type { Beginner, ContactStatus } from '../../app/domain/vacancy/contact.ts';

/** A worker and an employer about a vacancy: rows are seen by these two alone, by policy. */
export type VacancyContactTable = {
  id: Generated<string>;
  vacancy: ColumnType<string, string, never>;
  employer: ColumnType<string, string, never>;
  account: ColumnType<string, string, never>;
  begun_by: Beginner;
  begun_at: Generated<Date>;
  status: Generated<ContactStatus>;
  settled_at: Date | null;
  /** Why an employer declined: owed to whoever asked. A worker owes none. */
  why: string | null;
};
