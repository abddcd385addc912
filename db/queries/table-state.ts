import { sql } from 'kysely';
import type { Reader } from '../client.server.ts';

/** Tables that number each change with a number that none had before, and by which column. */
const NUMBERED = { search_pathway: 'revision', requirement: 'id' } as const;

/** What tells one state of a table from every other, whatever was added, changed or removed, in whatever order it was committed. */
export async function stateOf(db: Reader, table: keyof typeof NUMBERED): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat(count(*), ' ', sum(${sql.ref(NUMBERED[table])})) as state from ${sql.table(table)}`.execute(db);
  return rows[0]?.state ?? '';
}
