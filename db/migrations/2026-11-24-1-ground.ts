import { type Kysely, sql } from 'kysely';

const EXTENSIONS = ['pg_trgm', 'unaccent'];

class ExtensionMissing extends Error {}

const CURES: Record<string, string> = {
  '42501': 'This account may not create it. Let an owner of the database run: create extension',
  '0A000':
    'The server does not have it. Install the contrib package (Debian: postgresql-contrib), then run: create extension',
  '58P01':
    'The server does not have it. Install the contrib package (Debian: postgresql-contrib), then run: create extension',
};

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

async function createExtension(db: Kysely<unknown>, name: string): Promise<void> {
  try {
    await sql`create extension if not exists ${sql.id(name)}`.execute(db);
  } catch (cause) {
    const cure = CURES[codeOf(cause)];
    if (!cure) throw cause;
    throw new ExtensionMissing(`Fairway needs the PostgreSQL extension ${name}. ${cure} ${name};`, { cause });
  }
}

async function documents(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table document_version (
      id bigint generated always as identity primary key,
      type text not null check (type in ('pathway', 'procedure', 'quota', 'vacancy')),
      document_id text not null,
      version integer not null check (version > 0),
      body json not null,
      hash text not null check (hash ~ '^[0-9a-f]{64}$'),
      effective_from date,
      effective_to date,
      recorded_at timestamptz not null default now(),
      recorded_by text not null,
      unique (type, document_id, version),
      check (effective_to >= effective_from)
    )`.execute(db);
  await sql`create index on document_version (type, document_id, effective_from, version desc)`.execute(db);
  await sql`
    create function refuse_rewriting_history() returns trigger language plpgsql as $$
    begin
      raise exception 'recorded versions of documents are never changed or deleted' using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on document_version
    for each statement execute function refuse_rewriting_history()`.execute(db);
  // A later version with the same first day corrects the earlier one; what is left is what stands as known now.
  await sql`
    create view edition as
    select distinct on (type, document_id, effective_from) *
    from document_version
    order by type, document_id, effective_from, version desc`.execute(db);
}

async function quotas(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quota (
      id text primary key,
      version_id bigint not null references document_version,
      pathway text not null,
      parent text references quota deferrable initially deferred check (parent <> id),
      period_from date not null,
      period_to date,
      places bigint not null check (places >= 0),
      kind text check (kind in ('ceiling', 'allocation', 'target', 'reserve')),
      scope_origin text,
      scope_sector text,
      scope_occupation text,
      scope_tranche text,
      allocated bigint not null default 0 check (allocated between 0 and places),
      used bigint not null default 0 check (used between 0 and allocated),
      check (period_to >= period_from)
    )`.execute(db);
  await sql`create index on quota (pathway)`.execute(db);
  await sql`create index on quota (parent)`.execute(db);
}

async function reference(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table corridor (origin text, destination text, body json not null, primary key (origin, destination))`.execute(
    db,
  );
  await sql`
    create table isco_group (
      code text primary key check (code ~ '^[0-9]{1,4}$'),
      level integer not null check (level = length(code)),
      parent text references isco_group deferrable initially deferred
    )`.execute(db);
  await sql`
    create table occupation_term (
      code text not null references isco_group on delete cascade,
      language text not null,
      kind text not null check (kind in ('title', 'synonym')),
      term text not null,
      folded text not null,
      primary key (code, language, kind, term)
    )`.execute(db);
  await sql`create index on occupation_term using gin (folded gin_trgm_ops)`.execute(db);
  await sql`
    create table classification (
      scheme text check (scheme in ('isic', 'isced', 'cefr')),
      code text,
      language text,
      label text not null,
      position integer not null,
      primary key (scheme, code, language)
    )`.execute(db);
  await sql`
    create table vocabulary (
      area text check (area in ('paper', 'role', 'test', 'tranche')),
      code text,
      language text,
      label text not null,
      primary key (area, code, language)
    )`.execute(db);
  await sql`create table reference_load (name text primary key, hash text not null, loaded_at timestamptz not null default now())`.execute(
    db,
  );
}

/** Closeness of what was typed to a term, 0–1; the threshold lives here because a pooler may drop session settings. */
async function occupationSearch(db: Kysely<unknown>): Promise<void> {
  await sql`select show_trgm('a')`.execute(db); // loads the library: only then may an ordinary account set its parameter
  await sql`
    create function match_occupation_terms(typed text, pattern text)
    returns table (code text, language text, kind text, term text, score real)
    language sql stable set pg_trgm.word_similarity_threshold = 0.45 as $$
      select code, language, kind, term, case
        when folded = typed then 1
        when folded like pattern || '%' then 0.9
        when folded like '% ' || pattern || '%' then 0.8
        else 0.7 * word_similarity(typed, folded)
      end + 0.05 * similarity(typed, folded)
      from occupation_term
      where folded like pattern || '%' or folded like '% ' || pattern || '%' or typed <% folded
    $$`.execute(db);
}

async function installation(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table installation (
      singleton boolean primary key default true check (singleton),
      id uuid not null default gen_random_uuid(),
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`insert into installation default values`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of EXTENSIONS) await createExtension(db, name);
  await documents(db);
  await quotas(db);
  await reference(db);
  await occupationSearch(db);
  await installation(db);
}
