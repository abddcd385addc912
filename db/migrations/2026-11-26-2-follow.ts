import { type Kysely, sql } from 'kysely';

/** Which pathways somebody follows, and up to which recorded version they have seen what changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table follow (
      account uuid not null references account on delete cascade,
      pathway text not null,
      followed_at timestamptz not null default now(),
      seen bigint not null,
      primary key (account, pathway)
    )`.execute(db);
  await sql`create index on follow (pathway)`.execute(db);
  await sql`alter table follow enable row level security`.execute(db);
  await sql`
    create policy rows_of on follow to fairway_app
    using (account = (select who_account()) and (select who('kind')) = 'account')`.execute(db);
}
