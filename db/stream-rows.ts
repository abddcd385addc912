import { type RawBuilder, sql } from 'kysely';
import type { Writer } from './client.server.ts';

const BATCH = 500;

/**
 * Rows of a query as they come, a batch at a time however many there are. `cursor` names it: a transaction may read several at once.
 * With `repeatable read` all of them are of one moment.
 */
export async function* streamRows<Row>(trx: Writer, cursor: string, query: RawBuilder<Row>): AsyncGenerator<Row> {
  await sql`declare ${sql.id(cursor)} no scroll cursor for ${query}`.execute(trx);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(BATCH)} from ${sql.id(cursor)}`.execute(trx);
    yield* rows;
    if (rows.length < BATCH) break;
  }
  await sql`close ${sql.id(cursor)}`.execute(trx);
}
