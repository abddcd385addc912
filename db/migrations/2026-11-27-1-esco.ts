import { type Kysely, sql } from 'kysely';

/** Groups of ISCO-08 and, once imported, occupations of ESCO; an id is kept for good, so that it may be held from one query to the next. */
async function concepts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table occupation_concept (
      id integer primary key check (id between 0 and 65535),
      kind text not null check (kind in ('group', 'occupation')),
      code text not null,
      isco text not null references isco_group deferrable initially deferred,
      uri text unique,
      check (kind = 'occupation' or code = isco),
      check (kind = 'group' or uri is not null)
    )`.execute(db);
  await sql`create unique index on occupation_concept (isco) where kind = 'group'`.execute(db);
  await sql`create index on occupation_concept (code text_pattern_ops)`.execute(db);
}

/** `esco`: from that import, and replaced by the next. */
async function names(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table occupation_name (
      concept integer references occupation_concept on delete cascade,
      language text,
      name text,
      esco boolean,
      preferred boolean not null,
      folded text not null,
      stemmed text not null,
      primary key (concept, language, name, esco)
    )`.execute(db);
  await sql`create index on occupation_name (folded)`.execute(db);
  await sql`create index on occupation_name (stemmed, language)`.execute(db);
  await sql`create index on occupation_name (concept) where preferred`.execute(db);
}

/** What is derived of the names, so that a few rows answer a query. Places are packed already: compressing them only takes time. */
async function index(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table occupation_sense (
      language text,
      concept integer,
      names json not null,
      words real not null,
      letters real not null,
      primary key (language, concept)
    )`.execute(db);
  await sql`
    create table occupation_mark (
      language text,
      mark text collate "C",
      name real not null,
      concept real not null,
      places bytea not null,
      primary key (language, mark)
    )`.execute(db);
  await sql`alter table occupation_mark alter column places set storage external`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await concepts(db);
  await names(db);
  await index(db);
  await sql`drop function match_occupation_terms`.execute(db);
  await sql`delete from reference_load where name = 'occupations'`.execute(db); // loaded anew, it is indexed
}
