import { type Kysely, sql } from 'kysely';

/** Whoever agreed that a ministry may look: the one list of them, of nothing but who and since when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index on consent (purpose, state, given_at) where withdrawn_at is null`.execute(db);
  await sql`
    create function people_who_agreed(for_purpose text) returns table (person uuid, agreed_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select c.account, c.given_at
      from consent c join profile p on p.account = c.account
      where who('kind') in ('account', 'token') and who('role') = for_purpose
        and c.purpose = for_purpose and c.state = who('state') and c.withdrawn_at is null
    $$`.execute(db);
}
