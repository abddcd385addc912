import { type Kysely, sql } from 'kysely';

/** Which rows of a table count, as changes of what. */
const NOTED = [
  { table: 'document_version', when: "when (new.type = 'pathway')", events: 'insert' },
  { table: 'requirement', when: '', events: 'insert or update or delete' },
  { table: 'search_pathway', when: '', events: 'insert or update or delete' },
  { table: 'exchange_rate', when: '', events: 'insert or update or delete' },
];

/** Which transactions changed the tables that processes keep the contents of: one row for each table that it changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table table_change (
      changed text not null,
      xact xid8 not null default pg_current_xact_id(),
      primary key (changed, xact)
    )`.execute(db);
  await sql`revoke insert, update, delete on table_change from fairway_app`.execute(db);
  // Whoever may write to a table may not therefore write here.
  await sql`
    create function note_change() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      insert into table_change (changed) values (tg_table_name) on conflict do nothing;
      return null;
    end $$`.execute(db);
  for (const { table, when, events } of NOTED) {
    await sql`
      create trigger noted after ${sql.raw(events)} on ${sql.table(table)} for each row ${sql.raw(when)}
        execute function note_change()`.execute(db);
    await sql`
      create trigger noted_whole after truncate on ${sql.table(table)} for each statement execute function note_change()`.execute(
      db,
    );
  }
}
