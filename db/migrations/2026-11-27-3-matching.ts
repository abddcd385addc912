import { type Kysely, sql } from 'kysely';

/** What vacancies require, those that require the same of everybody together: a person is judged once for each, not once for every vacancy. */
async function requirements(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table requirement (
      id bigint generated always as identity primary key,
      hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
      pathway text not null,
      sample json not null
    )`.execute(db);
}

/** What a score counts of a vacancy, worked out as it is recorded. */
async function vacancies(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table vacancy
      add requirement bigint references requirement,
      add asked_skills text[] not null default '{}',
      add asked_levels text[] not null default '{}',
      add yearly_currency text,
      add yearly_wage numeric,
      add check ((yearly_currency is null) = (yearly_wage is null))`.execute(db);
  await sql`create index on vacancy (id) where requirement is null`.execute(db);
  await sql`create index on vacancy (occupation, requirement) where stage = 'published' and flags is null`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await requirements(db);
  await vacancies(db);
}
