import type { Insertable } from 'kysely';
import type { Db } from '../client.server.ts';
import type { ProfileFactsTable } from '../schema/profile-facts.ts';

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
