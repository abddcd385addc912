import { sql } from 'kysely';
import type { Reader } from '../client.server.ts';

/** The day (UTC, `YYYY-MM-DD`) on which the database reads: one for all that a transaction asks. */
export async function todayOf(db: Reader): Promise<string> {
  const { today } = await db
    .selectNoFrom(sql<string>`(now() at time zone 'utc')::date`.as('today'))
    .executeTakeFirstOrThrow();
  return today;
}
