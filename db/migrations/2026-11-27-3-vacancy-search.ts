import { type Kysely, sql } from 'kysely';

/**
 * What vacancies are found by. A million of them have few sets of traits (occupation, sector, country, housing, languages) and few
 * pathways: each set stands once, filters are looked up and values counted among the sets, and a vacancy's own row is narrow.
 */
async function found(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_traits (
      id integer primary key generated always as identity,
      pathway text not null,
      facets text[] not null,
      filters text[] not null,
      unique (pathway, facets)
    )`.execute(db);
  await sql`create index on search_traits using gin (filters)`.execute(db);
  await sql`
    create table search_vacancy (
      id text primary key,
      traits integer not null,
      places bigint not null,
      start_on date,
      closes date,
      currency text not null,
      yearly double precision,
      comparable double precision,
      band smallint,
      updated date not null,
      words tsvector not null,
      revision bigint not null default nextval('search_revision')
    )`.execute(db);
  await sql`create index on search_vacancy using gin (words)`.execute(db);
  for (const columns of [
    'traits, band, closes',
    'updated desc, id',
    'comparable desc nulls last, currency, yearly desc nulls last, id',
    'start_on, id',
    'closes, id',
    'places desc, id',
    'currency',
    'id, revision',
  ])
    await sql`create index on search_vacancy (${sql.raw(columns)})`.execute(db);
  await sql`create index on search_copy (index_uid, id, revision)`.execute(db);
}

/** Their own vocabulary, to find what was typed with an error or without a space; and the words that name occupations. */
async function words(db: Kysely<unknown>): Promise<void> {
  await sql`create table search_vacancy_word (word text collate "C" primary key)`.execute(db);
  await sql`create index on search_vacancy_word using gin (word gin_trgm_ops)`.execute(db);
  await sql`
    create table search_vacancy_pair (joined text collate "C", head text collate "C", primary key (joined, head))`.execute(
    db,
  );
  await sql`create table search_occupation (code text primary key, words tsvector not null)`.execute(db);
  await sql`create index on search_occupation using gin (words)`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await found(db);
  await words(db);
  // Loaded anew at the next start, which then writes the search copy of the vacancies that are there.
  await sql`delete from reference_load where name = 'occupations'`.execute(db);
}
