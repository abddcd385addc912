import { sql } from 'kysely';
import type { Text } from '../../app/domain/documents/index.ts';
import type { Reader } from '../../db/client.server.ts';

/** What pathways are called. */
export async function pathwayNames(db: Reader): Promise<ReadonlyMap<string, Text>> {
  const rows = await db
    .selectFrom('search_pathway')
    .select(['id', sql<Text>`document -> 'name'`.as('name')])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
