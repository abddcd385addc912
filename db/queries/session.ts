import { sql } from 'kysely';
import type { Db } from '../client.server.ts';

/** A session nobody used for so long is at an end. */
const later = sql<Date>`now() + interval '2 hours'`;

/** What a session keeps, which now lasts anew; undefined where there is none, or none any more. */
export async function useSession(db: Db, hash: string): Promise<{ data: unknown } | undefined> {
  return db
    .updateTable('session')
    .set({ used_at: sql`now()`, expires_at: later })
    .where('id_hash', '=', hash)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning('data')
    .executeTakeFirst();
}

export async function insertSession(db: Db, hash: string, data: object): Promise<void> {
  await db
    .insertInto('session')
    .values({ id_hash: hash, data: JSON.stringify(data), expires_at: later })
    .execute();
}

/** Whether there was such a session to be changed. */
export async function updateSession(db: Db, hash: string, data: object): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('session')
    .set({ data: JSON.stringify(data), used_at: sql`now()`, expires_at: later })
    .where('id_hash', '=', hash)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteSession(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('session').where('id_hash', '=', hash).execute();
}

export async function deleteExpiredSessions(db: Db): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', sql<Date>`now()`).execute();
}
