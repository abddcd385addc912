import { type Kysely, sql } from 'kysely';

const OWN = "account = (select who_account()) and (select who('kind')) = 'account'";

/** What somebody wants to be told of: vacancies that a saved search finds, or that are for their own profile. */
async function alerts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table alert (
      id uuid primary key default gen_random_uuid(),
      account uuid not null references account on delete cascade,
      kind text not null check (kind in ('search', 'profile')),
      query text check (length(query) <= 4000),
      frequency text not null check (frequency in ('never', 'at-once', 'daily', 'weekly')),
      via text not null check (via in ('email', 'phone')),
      made_at timestamptz not null default now(),
      due_at timestamptz not null default now(),
      check ((kind = 'search') = (query is not null))
    )`.execute(db);
  await sql`create unique index on alert (account, kind, coalesce(query, ''))`.execute(db);
  await sql`create index on alert (kind, query) where frequency <> 'never'`.execute(db);
  await sql`create index on alert (due_at) where frequency <> 'never'`.execute(db);
  await sql`alter table alert enable row level security`.execute(db);
  await sql`create policy rows_of on alert to fairway_app using (${sql.raw(OWN)})`.execute(db);
  await sql`revoke update on alert from fairway_app`.execute(db);
  await sql`grant update (frequency, via) on alert to fairway_app`.execute(db);
}

/** Vacancies of which it is still to be found out whom to tell; what was found for each alert, once, and in which message it was told: for jobs alone. All of it goes with the alert. */
async function messages(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table alert_message (
      id uuid primary key default gen_random_uuid(),
      alert uuid not null references alert on delete cascade,
      made_at timestamptz not null default now(),
      sent_at timestamptz
    )`.execute(db);
  await sql`create index on alert_message (alert)`.execute(db);
  await sql`
    create table alert_match (
      alert uuid not null references alert on delete cascade,
      vacancy text not null references vacancy,
      found_at timestamptz not null default now(),
      message uuid references alert_message,
      primary key (alert, vacancy)
    )`.execute(db);
  await sql`create index on alert_match (alert) where message is null`.execute(db);
  await sql`create index on alert_match (message)`.execute(db);
  await sql`revoke all on alert_message, alert_match from fairway_app`.execute(db);
  await sql`create table alert_pending (vacancy text primary key references vacancy)`.execute(db);
}

/** What rules read off the profiles of those who want to be told of vacancies for them: for nothing else, and only while they do. */
async function facts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table alert_facts (
      like profile_facts including defaults including constraints,
      primary key (profile),
      alert uuid not null unique references alert on delete cascade
    )`.execute(db);
  await sql`alter table alert_facts enable row level security`.execute(db);
  await sql`
    create policy rows_of on alert_facts to fairway_app
    using (profile = (select who_account()) and (select who('kind')) = 'account')`.execute(db);
}

/** Whoever holds the link of a message may stop what brought it, signed in or not. */
async function stop(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function stop_alert(which uuid) returns boolean
    language sql security definer set search_path = public, pg_temp as $$
      with gone as (delete from alert where id = which returning 1) select exists (select from gone)
    $$`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await alerts(db);
  await messages(db);
  await facts(db);
  await stop(db);
}
