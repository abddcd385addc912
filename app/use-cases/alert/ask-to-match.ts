import { sql } from 'kysely';
import type { Writer } from '../../../db/client.server.ts';
import { insertPending } from '../../../db/queries/alert.ts';

/** The job that finds out whom to tell of vacancies. */
export const MATCH = 'match-alerts';

/** Puts the word into the transaction that publishes vacancies: whom they are for is found out once it is committed. */
export async function askToMatch(trx: Writer, vacancies: readonly string[]): Promise<void> {
  if (vacancies.length === 0) return;
  await insertPending(trx, vacancies);
  // Where a runner takes that job in this very moment it may not see ours: the next minute's does.
  await sql`select ask_for_job(${MATCH}, '{}', ${MATCH}, 25)`.execute(trx);
}
