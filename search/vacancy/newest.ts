import { sql } from 'kysely';
import type { Reader } from '../../db/client.server.ts';
import { listPathways } from '../../db/queries/pathway.ts';

/** The vacancies published last that can be applied for on a day, at most so many. */
export async function listNewestOpen(db: Reader, on: string, limit: number): Promise<string[]> {
  const pathways = (await listPathways(db, on)).flatMap(({ document, notInEffect }) =>
    notInEffect ? [] : document.id,
  );
  const { rows } = await sql<{ id: string }>`
    select id from search_vacancy where pathway = any(${pathways}) and coalesce(closes >= ${on}::date, true)
    order by updated desc, id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}
