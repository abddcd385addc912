import { sql } from 'kysely';
import type { Writer } from '../db/client.server.ts';

/** The job that brings an index to what was committed. */
export const SYNC = 'sync-search';

/** What a killed runner left locked, or a long pause after many failures, is caught up with in minutes. */
export const REGULAR_SYNC = `*/5 * * * * ${SYNC} ?jobKey=${SYNC}`;

/**
 * Puts the word to the index into the transaction of a write: one job for all that wait, as it reads whatever changed. Where a runner
 * takes that job in this very moment, `add_job` does nothing and answers null: asked again it sees that the job runs, and may have read
 * before us, and adds another.
 */
export async function askForSync(trx: Writer): Promise<void> {
  for (let asked = false; !asked; ) {
    const { rows } = await sql<{ asked: boolean }>`
      select ask_for_job(${SYNC}, '{}', ${SYNC}, 25) as asked`.execute(trx);
    asked = rows[0]?.asked ?? false;
  }
}
