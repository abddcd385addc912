import type { ColumnType, Generated } from 'kysely';
import type { AlertKind, Frequency } from '../../app/domain/alert/alert.ts';
import type { ProfileFactsTable } from './profile-facts.ts';

/** What somebody wants to be told of: rows are their account's alone, by policy. */
export type AlertTable = {
  id: Generated<string>;
  account: ColumnType<string, string, never>;
  kind: ColumnType<AlertKind, AlertKind, never>;
  /** Of a saved search: the query of its address, in canonical order. */
  query: ColumnType<string | null, string | null, never>;
  frequency: Frequency;
  via: 'email' | 'phone';
  made_at: Generated<Date>;
  /** From when on the next message may be made. */
  due_at: Generated<Date>;
};

/** A message that was made of what was found; for jobs alone. */
export type AlertMessageTable = {
  id: Generated<string>;
  alert: string;
  made_at: Generated<Date>;
  sent_at: Date | null;
};

/** A vacancy found for an alert, once, and the message that tells it; for jobs alone. */
export type AlertMatchTable = { alert: string; vacancy: string; found_at: Generated<Date>; message: string | null };

/** The facts of whoever has an alert for their profile: rows are their account's alone, by policy, and read by jobs. */
export type AlertFactsTable = ProfileFactsTable & { alert: string };

/** Vacancies that were published, and of which it is still to be found out whom to tell. */
export type AlertPendingTable = { vacancy: string };
