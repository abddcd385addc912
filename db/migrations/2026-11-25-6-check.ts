import { type Kysely, sql } from 'kysely';

/** What a check may keep on the server: under the hash of a secret that only the person holds, and for a while. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table session (
      id_hash text primary key check (id_hash ~ '^[0-9a-f]{64}$'),
      data jsonb not null,
      created_at timestamptz not null default now(),
      used_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index on session (expires_at)`.execute(db);
  await sql`
    create table saved_check (
      key_hash text primary key check (key_hash ~ '^[0-9a-f]{64}$'),
      query text not null check (length(query) <= 10000),
      private_answers jsonb,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null
    )`.execute(db);
  await sql`create index on saved_check (expires_at)`.execute(db);
}
