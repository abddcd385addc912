import { sql } from 'kysely';
import type { Db } from '../client.server.ts';
import type { StoredType } from '../schema/document-version.ts';
import { streamRows } from '../stream-rows.ts';

/**
 * Documents of a type as lines of JSON, key order kept, in the order of publication: the last version of each edition, so that importing
 * the lines again changes nothing and importing them elsewhere gives the same documents. One snapshot, however long it takes.
 */
export async function* exportLines(db: Db, type: StoredType): AsyncGenerator<string> {
  const trx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
  try {
    await sql`set local statement_timeout = 0`.execute(trx);
    const editions = sql<{ line: string }>`
      select body::text as line from edition where type = ${sql.lit(type)} order by place`;
    for await (const { line } of streamRows(trx, 'exported', editions)) yield line;
  } finally {
    await trx
      .rollback()
      .execute()
      .catch(() => undefined); // it only read; and the connection may be what was lost
  }
}
