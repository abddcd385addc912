import { type SqlBool, sql } from 'kysely';
import type { Text } from '../../app/domain/documents/index.ts';
import type { Reader } from '../../db/client.server.ts';

/** What pathways are called; `ids` absent: all of them. */
export async function pathwayNames(db: Reader, ids?: readonly string[]): Promise<ReadonlyMap<string, Text>> {
  const rows = await db
    .selectFrom('search_pathway')
    .select(['id', sql<Text>`document -> 'name'`.as('name')])
    .$if(ids !== undefined, (query) => query.where(sql<SqlBool>`id = any(${[...(ids ?? [])]})`))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
