import { type Kysely, sql } from 'kysely';

/**
 * What vacancies are found by. What many of them share is not repeated: what a pathway says is looked up with the pathway, and the words
 * by which an occupation is called with the occupation. What they are filtered and counted by stands in short columns that one index
 * holds all of, so that a million are counted without being read.
 */
async function found(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_vacancy (
      id text collate "C" primary key,
      pathway text collate "C" not null,
      destination text collate "C" not null,
      occupation text collate "C" not null,
      sector text collate "C" not null,
      housing text collate "C" not null,
      languages text collate "C" not null,
      band smallint,
      places bigint not null,
      start_on date,
      closes date,
      currency text not null,
      yearly double precision,
      comparable double precision,
      updated date not null,
      words tsvector not null,
      revision bigint not null default nextval('search_revision')
    )`.execute(db);
  // Words stand apart from their rows, and whoever holds one is told by the index alone: their rows are so many that it matters how
  // many of them a page holds.
  await sql`alter table search_vacancy alter column words set storage external, set (toast_tuple_target = 128)`.execute(
    db,
  );
  await sql`create index on search_vacancy using gin (words)`.execute(db);
  await sql`create index on search_vacancy using gin (string_to_array(languages, ' '))`.execute(db);
  for (const columns of [
    'pathway, destination, occupation, sector, housing, languages, band, closes',
    'destination',
    'occupation',
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
