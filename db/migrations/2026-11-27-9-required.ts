import { type Kysely, sql } from 'kysely';

/** Which vacancies require something is looked for by whoever removes what none requires any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index on vacancy (requirement)`.execute(db);
}
