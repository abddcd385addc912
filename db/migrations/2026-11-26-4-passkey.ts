import { type Kysely, sql } from 'kysely';

/** Passkeys, their account's alone; and what a browser was asked to answer once, which the sign-in alone reads. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account_passkey (
      id text primary key check (id ~ '^[A-Za-z0-9_-]+$' and length(id) <= 1400),
      account uuid not null references account on delete cascade,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null,
      name text not null check (length(name) between 1 and 200),
      created_at timestamptz not null default now(),
      used_at timestamptz
    )`.execute(db);
  await sql`create index on account_passkey (account)`.execute(db);
  await sql`
    create table sign_in_challenge (
      challenge text primary key check (challenge ~ '^[A-Za-z0-9_-]{43}$'),
      browser_hash text not null check (browser_hash ~ '^[0-9a-f]{64}$'),
      purpose text not null check (purpose in ('sign-in', 'add-passkey')),
      account uuid references account on delete cascade,
      go_to text check (length(go_to) <= 2000),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      check ((purpose = 'add-passkey') = (account is not null))
    )`.execute(db);
  await sql`create index on sign_in_challenge (browser_hash)`.execute(db);
  await sql`create index on sign_in_challenge (expires_at)`.execute(db);
  await sql`alter table account_passkey enable row level security`.execute(db);
  await sql`
    create policy rows_of on account_passkey to fairway_app
    using ((account = (select who_account()) and (select who('kind')) = 'account') or (select who('kind')) = 'door')`.execute(
    db,
  );
  await sql`alter table sign_in_challenge enable row level security`.execute(db);
  await sql`
    create policy rows_of on sign_in_challenge to fairway_app using ((select who('kind')) = 'door')`.execute(db);
}
