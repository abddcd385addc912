import { sql } from 'kysely';
import type { Writer } from '../client.server.ts';

const LOCK = 0x66617204;

/** One process at a time brings reference data up to date; another waits, as long as that takes. */
export async function lockReference(trx: Writer): Promise<void> {
  await sql`select set_config('statement_timeout', '0', true)`.execute(trx);
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(trx);
}
