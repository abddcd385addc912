import { type Kysely, sql } from 'kysely';

/** Whoever changes how often they are told is told no later for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`grant update (due_at) on alert to fairway_app`.execute(db);
}
