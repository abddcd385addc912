import type { ColumnType } from 'kysely';
import type { Profile } from '../../app/domain/documents/index.ts';

type Json<T> = ColumnType<T | null, string | null, string | null>;
/** Exact, as text. */
type Numeric = ColumnType<string | null, number | null, number | null>;
/** A multirange, as PostgreSQL writes it. */
type Multirange = string;

/**
 * What the facts of the rule language read off a profile, one row a profile, so that a rule is one expression over the row
 * (`db/rule-to-sql.ts`). Null: not stated; an empty list: stated that there is none.
 */
export type ProfileFactsTable = {
  profile: string;
  birth_date: string | null;
  sex: string | null;
  nationalities: string[] | null;
  residence: string | null;
  isced: number | null;
  /** Every level reached in every language: `en:A1`, `en:A2`, … */
  language_levels: string[] | null;
  tests: Json<NonNullable<Profile['tests']>>;
  /** ISCO codes and groups in which the person worked, and `any`; `work_months` has the months of each, counted from year 0. */
  work_groups: string[] | null;
  work_months: Multirange[] | null;
  /** ISCO codes and groups of the qualifications, and `any`; `2221:DE` where recognised. */
  qualification_standings: string[] | null;
  /** The longest training, in months, for each of those codes and groups. */
  training_months: Json<Record<string, number>>;
  /** Whether there is an offer; the other columns of it are null where there is none, or where it does not state them. */
  offered: boolean | null;
  offer_destination: string | null;
  /** The code of the occupation and the groups that cover it. */
  offer_groups: string[] | null;
  offer_currency: string | null;
  /** The gross wage for each pay period, rounded half up to hundredths. */
  offer_wage_hour: Numeric;
  offer_wage_month: Numeric;
  offer_wage_year: Numeric;
  offer_months: number | null;
  savings_currency: string | null;
  savings_amount: Numeric;
  health: boolean | null;
  criminal_record: boolean | null;
  stays: Json<NonNullable<Profile['stays']>>;
  /** The countries of the stays; `stay_days` has the days in each. */
  stay_countries: string[] | null;
  stay_days: Multirange[] | null;
  displacement: string | null;
  dependants: number | null;
  licences: string[] | null;
  declared: Json<Record<string, boolean>>;
  /** What scores count and no rule asks for: skills folded, and the day from which the person can come. */
  skills: string[] | null;
  available_from: string | null;
};
