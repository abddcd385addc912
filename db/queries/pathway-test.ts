import { type SqlBool, sql } from 'kysely';
import type { PathwayTest } from '../../app/domain/documents/index.ts';
import type { Reader } from '../client.server.ts';

/** The cases kept beside pathways, as they stand now, in the order of ids. */
export async function listPathwayTests(db: Reader, pathways: readonly string[]): Promise<PathwayTest[]> {
  const rows = await db
    .selectFrom('edition')
    .select('body as document')
    .where('type', '=', 'pathway-test')
    .where(sql<SqlBool>`body ->> 'pathway' = any(${[...pathways]})`)
    .orderBy('document_id')
    .execute();
  return rows.flatMap(({ document }) => (document.type === 'pathway-test' ? [document] : []));
}
