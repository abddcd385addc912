import { type Kysely, sql } from 'kysely';

/** Officers of one office and of the role that publishes such documents. */
const OFFICERS = `
  office = (select who('organisation')) and state = (select who('state')) and (select who('kind')) = 'account'
  and (select who('role')) = case document_type when 'procedure' then 'origin-ministry' else 'destination-ministry' end`;

/** Quotas are prepared and approved together, and what was approved may take effect on a later day. */
async function plans(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table proposal
      drop constraint proposal_document_type_check,
      add check (document_type in ('pathway', 'procedure', 'quotas')),
      alter base_version type bigint,
      add published_at timestamptz,
      add barred json`.execute(db);
  await sql`update proposal set published_at = decided_at where status = 'approved'`.execute(db);
  await sql`
    alter table proposal
      add check (published_at is null or status = 'approved'),
      add check (barred is null or (status = 'approved' and published_at is null))`.execute(db);
  await sql`create index on proposal (document_id) where status = 'approved' and published_at is null`.execute(db);
  await sql`drop policy rows_of on proposal`.execute(db);
  await sql`create policy rows_of on proposal to fairway_app using (${sql.raw(OFFICERS)})`.execute(db);
  await sql`grant update (published_at) on proposal to fairway_app`.execute(db);
}

/** What was approved and is not published yet is announced: everybody may know it, and why it could not be published on its day. */
async function announced(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function announced_plans(of_pathway text) returns table (
      id uuid, body json, why text, office text, approved_at timestamptz, barred json
    )
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select id, body, why, office, decided_at, barred from proposal
      where document_type = 'quotas' and document_id = of_pathway and status = 'approved' and published_at is null
      order by body ->> 'from', decided_at
    $$`.execute(db);
}

/** What became of the places of a past period, as an office reports it: beside the ceiling, which it may exceed or stay below. */
async function intake(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quota_intake (
      id bigint generated always as identity primary key,
      quota text not null references quota,
      used bigint not null check (used >= 0),
      as_of date not null,
      source_title text not null check (length(source_title) between 1 and 300),
      source_url text check (source_url ~ '^https?://' and length(source_url) <= 2000),
      office text not null,
      recorded_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index on quota_intake (quota, id)`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on quota_intake
    for each statement execute function refuse_rewriting_history()`.execute(db);
  await sql`revoke update, delete on quota_intake from fairway_app`.execute(db);
}

/**
 * How far a topmost quota is used up, as its pathway's followers were last told, and since when. News of it is numbered with the
 * recorded versions, so that one number says what somebody has seen.
 */
async function levels(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quota_level (
      quota text primary key references quota,
      level text not null check (level in ('open', 'low', 'full')),
      since timestamptz not null default now(),
      news text check (news in ('opened', 'low', 'gone')),
      record bigint unique,
      check ((news is null) = (record is null))
    )`.execute(db);
  await sql`revoke insert, update, delete on quota_level from fairway_app`.execute(db);
}

/** Places left move with every allocation: what the indexes hold to show of a pathway no longer has them. */
async function unshown(db: Kysely<unknown>): Promise<void> {
  await sql`
    update search_pathway set entry = (entry::jsonb #- '{document,placesLeft}')::json, revision = nextval('search_revision')`.execute(
    db,
  );
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await plans(db);
  await announced(db);
  await intake(db);
  await levels(db);
  await unshown(db);
}
