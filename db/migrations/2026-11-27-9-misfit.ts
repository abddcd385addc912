import { type Kysely, sql } from 'kysely';

/** Why a partnership does not fit its pathway as that stands by now: it is offered to nobody meanwhile. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table partnership add misfit text check (misfit in ('no-pathway', 'shut', 'kind', 'provider'))`.execute(db);
}
