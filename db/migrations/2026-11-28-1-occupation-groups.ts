import { type Kysely, sql } from 'kysely';

/** Indexes outside count the groups of occupations in place of each: a new revision brings them what they count by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`update search_vacancy set revision = nextval('search_revision')`.execute(db);
}
