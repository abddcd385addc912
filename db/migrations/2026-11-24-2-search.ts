import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create sequence search_revision`.execute(db);
  await sql`
    create table search_pathway (
      id text primary key,
      entry json not null,
      filters text[] not null,
      facets text[] not null,
      words tsvector not null,
      name_order jsonb not null,
      destination_order jsonb not null,
      places bigint,
      stay integer,
      updated date not null,
      revision bigint not null default nextval('search_revision')
    )`.execute(db);
  await sql`create index on search_pathway using gin (filters)`.execute(db);
  await sql`create index on search_pathway using gin (words)`.execute(db);
  await sql`create index on search_pathway (revision)`.execute(db);
  await sql`create table search_word (word text collate "C" primary key)`.execute(db);
  await sql`create index on search_word using gin (word gin_trgm_ops)`.execute(db);
}
