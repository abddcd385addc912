import { type Kysely, sql } from 'kysely';

/** What a list shows of a pathway, apart from the thousands of words that it is found by: reading those took most of a search's time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_pathway add column document json generated always as (entry -> 'document') stored`.execute(
    db,
  );
}
