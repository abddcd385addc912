import { type Kysely, sql } from 'kysely';

/** The index that holds all that vacancies are filtered and counted by, and from now on what they require. */
async function counted(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select indexname as name from pg_indexes
    where schemaname = current_schema() and tablename = 'search_vacancy' and indexdef like '%(pathway, destination, %'`.execute(
    db,
  );
  for (const { name } of rows) await sql`drop index ${sql.id(name)}`.execute(db);
  await sql`
    create index on search_vacancy
      (pathway, destination, occupation, sector, housing, languages, band, closes, requirement)`.execute(db);
}

/** What vacancies require, beside what else they are found by: those that somebody may take are found among all others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_vacancy add requirement bigint`.execute(db);
  // With a new revision, so that indexes outside are brought it.
  await sql`
    update search_vacancy held set requirement = vacancy.requirement, revision = nextval('search_revision')
    from vacancy where vacancy.id = held.id and vacancy.requirement is not null`.execute(db);
  await counted(db);
  await sql`create index on search_vacancy (requirement)`.execute(db);
}
