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
  await sql`alter table vacancy_draft enable row level security`.execute(db);
  await sql`
    create policy rows_of on vacancy_draft to fairway_app using (
      organisation = (select who('organisation')) and (select who('kind')) = 'account' and (select who('role')) = 'employer'
    )`.execute(db);
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
  await verification(db);
}
