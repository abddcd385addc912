import { sql } from 'kysely';
import type { Writer } from '../../../db/client.server.ts';

/** The job that looks again at the vacancies and partnerships of pathways that changed, or began or ended. */
export const RECHECK = 'recheck-vacancies';

/** Puts the word into the transaction of what changed; it may take longer than anybody waits. */
export async function askToRecheck(trx: Writer, pathways: readonly string[]): Promise<void> {
  await sql`select ask_for_job(${RECHECK}, ${JSON.stringify({ pathways })}::json, null, 25)`.execute(trx);
}
