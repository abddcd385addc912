import { type Kysely, sql } from 'kysely';

/** A table of vacancies is kept in pieces, as it came: neither who takes it in nor who reads it holds the whole. */
async function pieces(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vacancy_upload_piece (
      upload uuid not null references vacancy_upload on delete cascade,
      place bigint not null check (place >= 0),
      bytes bytea not null,
      primary key (upload, place)
    )`.execute(db);
  await sql`
    insert into vacancy_upload_piece
    select id, 0, content from vacancy_upload where content is not null`.execute(db);
  await sql`alter table vacancy_upload_piece enable row level security`.execute(db);
  await sql`
    create policy rows_of on vacancy_upload_piece to fairway_app
      using (upload in (select id from vacancy_upload))`.execute(db);
}

/** One that broke off on its way in is forgotten after a while. */
async function arrival(db: Kysely<unknown>): Promise<void> {
  await sql`alter table vacancy_upload drop content, add arrived_at timestamptz`.execute(db);
  await sql`update vacancy_upload set arrived_at = created_at`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await pieces(db);
  await arrival(db);
}
