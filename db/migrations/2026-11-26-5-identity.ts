import { type Kysely, sql } from 'kysely';

/** Whom the provider of a ministry calls what, their account's alone; and what a browser is to come back from it with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account_identity (
      issuer text not null check (length(issuer) <= 2000),
      subject text not null check (length(subject) between 1 and 255),
      account uuid not null references account on delete cascade,
      linked_at timestamptz not null default now(),
      primary key (issuer, subject)
    )`.execute(db);
  await sql`create index on account_identity (account)`.execute(db);
  await sql`alter table account_identity enable row level security`.execute(db);
  await sql`
    create policy rows_of on account_identity to fairway_app
    using ((account = (select who_account()) and (select who('kind')) = 'account') or (select who('kind')) = 'door')`.execute(
    db,
  );
  await sql`
    alter table sign_in_challenge
      drop constraint sign_in_challenge_purpose_check,
      add check (purpose in ('sign-in', 'add-passkey', 'ministry')),
      add column ministry text check (length(ministry) <= 60),
      add check ((purpose = 'ministry') = (ministry is not null))`.execute(db);
}
