import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_pathway add column breadth integer not null default 10000`.execute(db);
  // Compressing saves a third of the room and costs every ranked search more than reading it.
  await sql`alter table search_pathway alter column words set storage external`.execute(db);
  await sql`
    create table search_copy (
      index_uid text not null,
      id text not null,
      revision bigint not null,
      primary key (index_uid, id)
    )`.execute(db);
}
