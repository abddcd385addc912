import { type Insertable, type SqlBool, sql } from 'kysely';
import type { Db, Writer } from '../client.server.ts';
import { factsOf } from '../facts-of.ts';
import type { ProfileFactsTable } from '../schema/profile-facts.ts';
import { findProfile } from './profile.ts';

/** A statement carries at most 65,535 values. */
const BATCH = 1_000;

/** Writes the facts of many profiles, new ones; all or, where one fails, those of the batches before it. */
export async function insertProfileFacts(
  db: Pick<Db, 'insertInto'>,
  rows: readonly Insertable<ProfileFactsTable>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await db
      .insertInto('profile_facts')
      .values(rows.slice(at, at + BATCH))
      .execute();
  }
}

const AGREED = sql<SqlBool>`purpose = 'found-by-employers' and withdrawn_at is null`;

/** Whoever agreed to be found and is not: they did before there was anything to be found by. */
export async function listUnfound(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('consent')
    .innerJoin('profile', 'profile.account', 'consent.account')
    .leftJoin('profile_facts', 'profile_facts.profile', 'consent.account')
    .select('consent.account')
    .where(AGREED)
    .where('profile_facts.profile', 'is', null)
    .execute();
  return rows.map(({ account }) => account);
}

/**
 * Brings the facts by which employers find somebody, and by which somebody is told of vacancies, to what they tell now; there are none
 * of whoever did not ask for either.
 */
export async function refreshFacts(trx: Writer, account: string): Promise<void> {
  await trx.deleteFrom('profile_facts').where('profile', '=', account).execute();
  await trx.deleteFrom('alert_facts').where('profile', '=', account).execute();
  const agreed = await trx
    .selectFrom('consent')
    .select('id')
    .where('account', '=', account)
    .where(AGREED)
    .executeTakeFirst();
  const alert = await trx
    .selectFrom('alert')
    .select('id')
    .where('account', '=', account)
    .where('kind', '=', 'profile')
    .executeTakeFirst();
  const profile = agreed || alert ? await findProfile(trx, account) : undefined;
  if (!profile) return;
  const facts = { ...factsOf(profile.body), profile: account };
  if (agreed) await insertProfileFacts(trx, [facts]);
  if (alert)
    await trx
      .insertInto('alert_facts')
      .values({ ...facts, alert: alert.id })
      .execute();
}
