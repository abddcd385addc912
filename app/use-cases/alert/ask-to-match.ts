import { sql } from 'kysely';
import type { Writer } from '../../../db/client.server.ts';

/** The job that finds out whom to tell of vacancies. */
export const MATCH = 'match-alerts';

/** As many as one job looks at. */
const BATCH = 500;

/** Puts the word into the transaction that publishes vacancies: whom they are for is found out once it is committed. */
export async function askToMatch(trx: Writer, vacancies: readonly string[]): Promise<void> {
  for (let at = 0; at < vacancies.length; at += BATCH) {
    const payload = JSON.stringify({ vacancies: vacancies.slice(at, at + BATCH) });
    await sql`select ask_for_job(${MATCH}, ${payload}::json, null, 25)`.execute(trx);
  }
}
