import { type Kysely, sql } from 'kysely';

/** Who is made up is known as such, as made-up vacancies are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account add example boolean not null default false`.execute(db);
}
