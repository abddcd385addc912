import { type Kysely, sql } from 'kysely';

/** What an employer writes before anybody else may read it: its members' alone. */
async function drafts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vacancy_draft (
      id uuid primary key default gen_random_uuid(),
      organisation text not null references organisation,
      vacancy text references vacancy,
      body json not null,
      market_test json,
      updated_at timestamptz not null default now(),
      unique nulls distinct (vacancy)
    )`.execute(db);
  await sql`create index on vacancy_draft (organisation, updated_at)`.execute(db);
}

/** A table of vacancies on its way in: read and recorded by a job, which says how far it is. */
async function uploads(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vacancy_upload (
      id uuid primary key default gen_random_uuid(),
      organisation text not null references organisation,
      who json not null,
      name text not null check (length(name) between 1 and 200),
      content bytea,
      lines bigint not null check (lines >= 0),
      read bigint not null default 0 check (read >= 0),
      status text not null default 'waiting' check (status in ('waiting', 'reading', 'recording', 'done', 'refused', 'failed')),
      report json,
      created_at timestamptz not null default now(),
      ended_at timestamptz,
      check ((status in ('done', 'refused', 'failed')) = (ended_at is not null)),
      check (ended_at is null or content is null)
    )`.execute(db);
  await sql`create index on vacancy_upload (organisation, created_at)`.execute(db);
}

const MEMBERS = `
  organisation = (select who('organisation')) and (select who('kind')) = 'account' and (select who('role')) = 'employer'`;

async function rows(db: Kysely<unknown>): Promise<void> {
  for (const table of ['vacancy_draft', 'vacancy_upload']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`create policy rows_of on ${sql.table(table)} to fairway_app using (${sql.raw(MEMBERS)})`.execute(db);
  }
}

/** What an officer needs to verify a vacancy, and that one did. */
async function verification(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table vacancy
      add market_test json,
      add verified_by text references organisation,
      add verified_on date,
      add check ((verified_by is null) = (verified_on is null))`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await drafts(db);
  await uploads(db);
  await rows(db);
  await verification(db);
}
