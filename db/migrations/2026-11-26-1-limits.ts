import { type Kysely, sql } from 'kysely';

/** How often something was tried lately, under keyed hashes: columns and their order are those of rate-limiter-flexible. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rate_limit (
      key text primary key check (key ~ '^[0-9a-f]{64}$'),
      points integer not null,
      expire bigint not null
    )`.execute(db);
  await sql`create index on rate_limit (expire)`.execute(db);
}
