import { sql } from 'kysely';
import type { Reader } from '../../db/client.server.ts';

/** The vacancies published last that can be applied for on a day, at most so many. */
export async function listNewestOpen(db: Reader, on: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from search_vacancy where closes is null or closes >= ${on}::date order by updated desc, id limit ${limit}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
