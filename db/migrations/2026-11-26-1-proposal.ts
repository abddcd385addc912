import { type Kysely, sql } from 'kysely';

/** Officers of one office and of the role that publishes such documents. */
const OFFICERS = `
  office = (select who('organisation')) and state = (select who('state')) and (select who('kind')) = 'account'
  and (select who('role')) = case document_type when 'pathway' then 'destination-ministry' else 'origin-ministry' end`;

/** What one officer prepares and another approves; and, of every version, why it was recorded. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table document_version add column why text check (length(why) between 1 and 2000)`.execute(db);
  await sql`
    create table proposal (
      id uuid primary key default gen_random_uuid(),
      document_type text not null check (document_type in ('pathway', 'procedure')),
      document_id text not null,
      body json not null,
      base_version integer not null check (base_version >= 0),
      office text not null references organisation,
      state text not null check (state ~ '^[A-Z]{2}$'),
      why text not null check (length(why) between 1 and 2000),
      status text not null default 'prepared' check (status in ('prepared', 'approved', 'rejected', 'withdrawn')),
      prepared_by uuid not null,
      prepared_at timestamptz not null default now(),
      decided_by uuid,
      decided_at timestamptz,
      decided_why text check (length(decided_why) between 1 and 2000),
      check ((status = 'prepared') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
      check (status = 'prepared' or (status = 'withdrawn') = (decided_by = prepared_by)),
      check ((status = 'rejected') = (decided_why is not null))
    )`.execute(db);
  await sql`create index on proposal (office, status, prepared_at)`.execute(db);
  await sql`alter table proposal enable row level security`.execute(db);
  await sql`create policy rows_of on proposal to fairway_app using (${sql.raw(OFFICERS)})`.execute(db);
  // What was prepared is decided as it was prepared.
  await sql`revoke update, delete on proposal from fairway_app`.execute(db);
  await sql`grant update (status, decided_by, decided_at, decided_why) on proposal to fairway_app`.execute(db);
}
