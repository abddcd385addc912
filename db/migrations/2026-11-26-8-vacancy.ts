import { type Kysely, sql } from 'kysely';

/** Where each vacancy stands: what it says is in its versions, which never change. */
async function vacancies(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vacancy (
      id text primary key,
      version_id bigint not null references document_version,
      employer text not null,
      pathway text not null,
      destination text not null,
      occupation text not null,
      sector text not null,
      places bigint not null check (places >= 0),
      taken bigint not null default 0,
      start_on date,
      apply_by date,
      stage text not null check (stage in ('draft', 'submitted', 'verified', 'published', 'filled', 'closed', 'withdrawn')),
      since timestamptz not null default now(),
      why text check (length(why) between 1 and 1000),
      hold_quota text references quota,
      hold_reference text,
      flags jsonb,
      example boolean not null default false,
      check (taken between 0 and places),
      check ((hold_quota is null) = (hold_reference is null))
    )`.execute(db);
  await sql`create index on vacancy (employer, since)`.execute(db);
  await sql`create index on vacancy (pathway)`.execute(db);
  await sql`create index on vacancy (destination) where stage in ('submitted', 'verified')`.execute(db);
  await sql`create index on vacancy (apply_by) where stage = 'published'`.execute(db);
}

/** Those imported until now are published. */
async function imported(db: Kysely<unknown>): Promise<void> {
  await sql`
    insert into vacancy (id, version_id, employer, pathway, destination, occupation, sector, places, start_on, apply_by, stage)
    select distinct on (document_id) document_id, id, body ->> 'employer', body ->> 'pathway', body ->> 'destination',
      body ->> 'occupation', body ->> 'sector', (body ->> 'places')::bigint, (body ->> 'startOn')::date, (body ->> 'applyBy')::date,
      'published'
    from document_version where type = 'vacancy'
    order by document_id, version desc`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await vacancies(db);
  await imported(db);
}
