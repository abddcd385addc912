import { type Kysely, sql } from 'kysely';

class RoleMissing extends Error {}

/**
 * The account of the web process: neither owner nor above the row policies. It belongs to the cluster, so another database may have
 * made it, or make it at this moment.
 */
async function applicationRole(db: Kysely<unknown>): Promise<void> {
  try {
    await sql`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'fairway_app') then
          create role fairway_app nologin noinherit nobypassrls;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$`.execute(db);
    // Whoever made it is a member by that from version 16 on, and may all the same not act as it.
    await sql`
      do $$ begin
        set local role fairway_app;
        reset role;
      exception when insufficient_privilege then
        execute format('grant fairway_app to %I', current_user);
      end $$`.execute(db);
  } catch (cause) {
    throw new RoleMissing(
      'Fairway needs a role without rights of its own, fairway_app, and this account may not create it. Let an owner of the server run: create role fairway_app nologin; grant fairway_app to ACCOUNT; (ACCOUNT: the user of DATABASE_URL)',
      { cause },
    );
  }
}

/** Who asks, as the transaction was told; nobody where it was told nothing. */
async function who(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function who(part text) returns text language sql stable parallel safe
    return nullif(current_setting('fairway.who', true), '')::jsonb ->> part`.execute(db);
  await sql`
    create function who_account() returns uuid language sql stable parallel safe
    return (who('account'))::uuid`.execute(db);
}

async function organisations(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation (
      id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 100),
      kind text not null check (kind in ('employer', 'recruiter', 'ministry')),
      name text not null check (length(name) between 1 and 200),
      country text not null check (country ~ '^[A-Z]{2}$'),
      register text,
      register_number text,
      created_at timestamptz not null default now(),
      check (kind = 'ministry' or (register is not null and register_number is not null))
    )`.execute(db);
  await sql`create unique index on organisation (kind, country, lower(register), lower(register_number))`.execute(db);
  await sql`
    create table organisation_verification (
      id bigint generated always as identity primary key,
      organisation text not null references organisation,
      state text not null check (state ~ '^[A-Z]{2}$'),
      office text not null references organisation,
      basis text not null check (length(basis) between 1 and 1000),
      verified_on date not null,
      withdrawn_on date,
      withdrawn_why text check (length(withdrawn_why) between 1 and 1000),
      check ((withdrawn_on is null) = (withdrawn_why is null))
    )`.execute(db);
  await sql`
    create unique index on organisation_verification (organisation, state) where withdrawn_on is null`.execute(db);
  await sql`
    create table recruiter_licence (
      id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 100),
      organisation text not null references organisation,
      number text not null check (length(number) between 1 and 100),
      issuing_state text not null check (issuing_state ~ '^[A-Z]{2}$'),
      valid_from date not null,
      valid_to date,
      status text not null check (status in ('valid', 'suspended', 'revoked')),
      recorded_on date not null,
      check (valid_to >= valid_from),
      unique (issuing_state, number)
    )`.execute(db);
  await sql`create index on recruiter_licence (organisation)`.execute(db);
}

async function people(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      id uuid primary key default gen_random_uuid(),
      name text check (length(name) between 1 and 200),
      locale text not null,
      password_hash text,
      audit_key text not null check (audit_key ~ '^[0-9a-f]{64}$'),
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table account_address (
      kind text not null check (kind in ('email', 'phone')),
      address text not null check (length(address) <= 254),
      account uuid not null references account on delete cascade,
      usable_from timestamptz not null default now(),
      ends_at timestamptz,
      primary key (kind, address)
    )`.execute(db);
  await sql`create index on account_address (account)`.execute(db);
  await sql`
    create table account_role (
      id uuid primary key default gen_random_uuid(),
      account uuid not null references account on delete cascade,
      role text not null check (role in ('employer', 'origin-ministry', 'destination-ministry', 'administrator')),
      state text check (state ~ '^[A-Z]{2}$'),
      organisation text references organisation,
      granted_at timestamptz not null default now(),
      ended_at timestamptz,
      check ((role in ('origin-ministry', 'destination-ministry')) = (state is not null)),
      check ((role = 'administrator') = (organisation is null))
    )`.execute(db);
  await sql`create index on account_role (account)`.execute(db);
  await sql`
    create unique index on account_role (account, role, coalesce(state, ''), coalesce(organisation, ''))
    where ended_at is null`.execute(db);
  await sql`
    create table account_session (
      id uuid primary key default gen_random_uuid(),
      secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
      account uuid not null references account on delete cascade,
      acts_as uuid references account_role on delete cascade,
      browser text not null,
      created_at timestamptz not null default now(),
      used_at timestamptz not null default now(),
      ends_at timestamptz not null
    )`.execute(db);
  await sql`create index on account_session (account)`.execute(db);
  await sql`create index on account_session (ends_at)`.execute(db);
  await sql`
    create table sign_in_attempt (
      id uuid primary key default gen_random_uuid(),
      browser_hash text not null check (browser_hash ~ '^[0-9a-f]{64}$'),
      purpose text not null check (purpose in ('sign-in', 'add-address', 'release-addresses')),
      kind text not null check (kind in ('email', 'phone')),
      address text not null,
      account uuid references account on delete cascade,
      code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
      wrong_tries integer not null default 0,
      check_query text check (length(check_query) <= 10000),
      go_to text check (length(go_to) <= 2000),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db);
  await sql`create index on sign_in_attempt (browser_hash)`.execute(db);
  await sql`create index on sign_in_attempt (expires_at)`.execute(db);
  await sql`
    create table invitation (
      token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
      email text not null,
      role text not null check (role in ('employer', 'origin-ministry', 'destination-ministry', 'administrator')),
      state text check (state ~ '^[A-Z]{2}$'),
      organisation text references organisation,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      accepted_at timestamptz
    )`.execute(db);
  await sql`
    create table api_token (
      id uuid primary key default gen_random_uuid(),
      secret_hash text not null unique check (secret_hash ~ '^[0-9a-f]{64}$'),
      name text not null check (length(name) between 1 and 200),
      role text not null check (role in ('worker', 'employer', 'origin-ministry', 'destination-ministry', 'administrator')),
      state text check (state ~ '^[A-Z]{2}$'),
      organisation text,
      created_at timestamptz not null default now(),
      last_used_on date,
      ended_at timestamptz
    )`.execute(db);
}

async function profiles(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table profile (
      account uuid primary key references account on delete cascade,
      body json not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table consent (
      id bigint generated always as identity primary key,
      account uuid not null references account on delete cascade,
      purpose text not null check (purpose in ('found-by-employers', 'origin-ministry', 'destination-ministry', 'statistics')),
      state text check (state ~ '^[A-Z]{2}$'),
      given_at timestamptz not null default now(),
      withdrawn_at timestamptz,
      check ((purpose in ('origin-ministry', 'destination-ministry')) = (state is not null))
    )`.execute(db);
  await sql`
    create unique index on consent (account, purpose, coalesce(state, '')) where withdrawn_at is null`.execute(db);
  await sql`
    create table data_look (
      id bigint generated always as identity primary key,
      account uuid not null references account on delete cascade,
      role text not null,
      state text,
      organisation text,
      purpose text not null,
      looked_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index on data_look (account, looked_at)`.execute(db);
  // The one way to somebody else's profile: with their agreement, and written down where they see it.
  await sql`
    create function look_at_profile(whose uuid, for_purpose text) returns json
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare found json;
    begin
      if who('kind') not in ('account', 'token') or who('role') is distinct from for_purpose then
        return null;
      end if;
      select body into found from profile
      where account = whose and exists (
        select from consent
        where account = whose and purpose = for_purpose and state = who('state') and withdrawn_at is null
        for share
      );
      if found is null then
        return null;
      end if;
      insert into data_look (account, role, state, organisation, purpose)
      values (whose, who('role'), who('state'), who('organisation'), for_purpose);
      return found;
    end $$`.execute(db);
}

/** Table, and for whom each of its rows is: of its own account, or of the sign-in as well. */
const OWN = "account = (select who_account()) and (select who('kind')) = 'account'";
const AT_DOOR = "(select who('kind')) = 'door'";
const ADMINISTRATOR = "(select who('role')) = 'administrator'";
const POLICIES: Record<string, string> = {
  account: `(${OWN.replace('account =', 'id =')}) or ${AT_DOOR}`,
  account_address: `(${OWN}) or ${AT_DOOR}`,
  account_role: `${AT_DOOR} or ${ADMINISTRATOR}`,
  account_session: `(${OWN}) or ${AT_DOOR}`,
  sign_in_attempt: AT_DOOR,
  invitation: `${AT_DOOR} or ${ADMINISTRATOR}`,
  api_token: AT_DOOR,
  profile: OWN,
  consent: OWN,
  data_look: OWN,
};

async function rowPolicies(db: Kysely<unknown>): Promise<void> {
  for (const [table, rows] of Object.entries(POLICIES)) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`create policy rows_of on ${sql.table(table)} to fairway_app using (${sql.raw(rows)})`.execute(db);
  }
  // Nobody gives a role to themselves.
  await sql`create policy own_roles on account_role for select to fairway_app using (${sql.raw(OWN)})`.execute(db);
}

async function rights(db: Kysely<unknown>): Promise<void> {
  await sql`grant usage on schema public to fairway_app`.execute(db);
  await sql`grant select, insert, update, delete on all tables in schema public to fairway_app`.execute(db);
  await sql`grant usage on all sequences in schema public to fairway_app`.execute(db);
  await sql`
    alter default privileges in schema public grant select, insert, update, delete on tables to fairway_app`.execute(
    db,
  );
  await sql`alter default privileges in schema public grant usage on sequences to fairway_app`.execute(db);
  await sql`revoke update, delete on document_version from fairway_app`.execute(db);
  await sql`revoke insert, update, delete on kysely_migration, kysely_migration_lock from fairway_app`.execute(db);
  await sql`revoke insert, update, delete on data_look from fairway_app`.execute(db);
  await sql`revoke all on audit_chain, audit_entry, audit_anchor, audit_anchored from fairway_app`.execute(db);
  await sql`grant execute on function append_audit to fairway_app`.execute(db);
}

/** Jobs are the owner's; the web process may only ask for one. */
async function jobs(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function ask_for_job(task text, payload json, key text, attempts integer) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      return (graphile_worker.add_job(task, payload := payload, job_key := key, max_attempts := attempts)).id is not null;
    end $$`.execute(db);
  await sql`revoke all on function ask_for_job from public`.execute(db);
  await sql`grant execute on function ask_for_job to fairway_app`.execute(db);
}

/** Accounts and what belongs to them, organisations, tokens; whose rows each may see and change. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await applicationRole(db);
  await who(db);
  await organisations(db);
  await people(db);
  await profiles(db);
  await rowPolicies(db);
  await rights(db);
  await jobs(db);
}
