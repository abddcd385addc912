import { type SqlBool, sql } from 'kysely';
import type { Pathway, Profile, Vacancy } from '../../app/domain/documents/index.ts';
import type { Verdict } from '../../app/domain/eligibility/evaluate.ts';
import { offerTerms } from '../../app/domain/matching/offer-terms.ts';
import type { Reader, Writer } from '../client.server.ts';
import { profileScoreToSql } from '../profile-score-to-sql.ts';
import { matchToSql } from '../rule-to-sql.ts';

/** A vacancy under its pathway as that stands on a day. */
export type Placed = { pathway: Pathway; vacancy: Vacancy; on: string };

export type RankedWorker = { profile: string; verdict: Exclude<Verdict, 'ineligible'>; score: number };

/**
 * Those who meet, or may meet, what a vacancy requires, best first. Of equals chance decides, for each vacancy anew, so that nobody stands
 * behind others everywhere.
 */
async function rank(
  db: Reader,
  { pathway, vacancy, on }: Placed,
  verdict: RankedWorker['verdict'],
  limit: number,
): Promise<RankedWorker[]> {
  const rule = matchToSql(pathway, vacancy, on);
  if (rule === undefined || limit === 0) return [];
  const rows = await db
    .selectFrom('profile_facts')
    .select(['profile', profileScoreToSql(offerTerms(vacancy), on).as('score')])
    .where(verdict === 'eligible' ? sql<SqlBool>`${rule}` : sql<SqlBool>`(${rule}) is null`)
    .orderBy('score', 'desc')
    .orderBy(sql`uuid_hash_extended(profile, hashtextextended(${vacancy.id}, 0))`)
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, verdict }));
}

/** The best of the profiles that can be found, eligible before possible. */
export async function rankWorkers(db: Reader, placed: Placed, limit: number): Promise<RankedWorker[]> {
  const eligible = await rank(db, placed, 'eligible', limit);
  return [...eligible, ...(await rank(db, placed, 'possible', limit - eligible.length))];
}

/** From here on the transaction may search among those who agreed to be found; false where the vacancy is not an employer's own and public. */
export async function searchWorkersFor(trx: Writer, vacancy: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select search_workers_for(${vacancy}) as may`.execute(trx);
  return rows[0]?.may ?? false;
}

/** Somebody who was found, by the id that the employer alone has of them; `example`: made up. */
export type FoundWorker = { person: string; body: Profile; example: boolean };

/** The profiles of those found, each look written down for them; whoever withdrew meanwhile is not among them. */
export async function lookAtFound(trx: Writer, profiles: readonly string[]): Promise<ReadonlyMap<string, FoundWorker>> {
  const { rows } = await sql<FoundWorker & { account: string }>`
    select account, person, body, example from look_at_found(${[...profiles]}::uuid[])`.execute(trx);
  return new Map(rows.map(({ account, ...found }) => [account, found]));
}

/** Of those who want to be told of vacancies for their profile, whoever meets, or may meet, what one requires. */
export async function listToTell(db: Reader, { pathway, vacancy, on }: Placed): Promise<string[]> {
  const rule = matchToSql(pathway, vacancy, on);
  if (rule === undefined) return [];
  const rows = await db
    .selectFrom('alert_facts as profile_facts')
    .select('profile_facts.profile')
    .where(sql<SqlBool>`coalesce(${rule}, true)`)
    .execute();
  return rows.map(({ profile }) => profile);
}
