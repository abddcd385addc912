import { type Kysely, sql } from 'kysely';

/** What a score counts, beside what rules ask. */
async function facts(db: Kysely<unknown>): Promise<void> {
  await sql`alter table profile_facts add skills text[], add available_from date`.execute(db);
}

const AGREED = "purpose = 'found-by-employers' and withdrawn_at is null";

/** Whose agreement ends is not to be found any more from the very moment, whoever ended it and however. */
async function forgetting(db: Kysely<unknown>): Promise<void> {
  await sql`create index on consent (account) where ${sql.raw(AGREED)}`.execute(db);
  await sql`
    create function forget_facts() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      delete from profile_facts where profile = old.account and not exists (
        select from consent c join profile p on p.account = c.account
        where c.account = old.account and ${sql.raw(AGREED)}
      );
      return null;
    end $$`.execute(db);
  await sql`
    create trigger forget_facts after delete on profile for each row execute function forget_facts()`.execute(db);
  await sql`
    create trigger forget_facts after update or delete on consent for each row
    when (old.purpose = 'found-by-employers') execute function forget_facts()`.execute(db);
}

/**
 * The one way for an employer to the facts of others: one transaction, for an open vacancy of its own, begun by a function and not by what
 * the transaction says of itself. What is read there of single people only `look_at_found` gives.
 */
async function searching(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table worker_search (
      xact xid8 primary key,
      vacancy text not null,
      organisation text not null,
      begun_at timestamptz not null default now()
    )`.execute(db);
  await sql`revoke all on worker_search from fairway_app`.execute(db);
  await sql`
    create function search_workers_for(whose text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if who('kind') not in ('account', 'token') or who('role') is distinct from 'employer' or not exists (
        select from vacancy where id = whose and employer = who('organisation') and stage = 'published' and flags is null
      ) then
        return false;
      end if;
      delete from worker_search where begun_at < now() - interval '1 day';
      insert into worker_search (xact, vacancy, organisation) values (pg_current_xact_id(), whose, who('organisation'))
      on conflict (xact) do nothing;
      return true;
    end $$`.execute(db);
  await sql`
    create function is_searching_workers() returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from worker_search where xact = pg_current_xact_id_if_assigned()) $$`.execute(db);
}

/** Those found, by the ids that the employer alone has of them, each look written down for them once a day. */
async function looking(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function look_at_found(profiles uuid[]) returns table (account uuid, person uuid, body json)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare agreed bigint[];
    begin
      if not is_searching_workers() then
        return;
      end if;
      agreed := array(
        select c.id from consent c
        where c.account = any (profiles) and ${sql.raw(AGREED)}
        order by c.id for share
      );
      insert into consent_handle (consent, office)
      select id, who('organisation') from unnest(agreed) id on conflict do nothing;
      insert into data_look (account, role, organisation, purpose)
      select c.account, 'employer', who('organisation'), c.purpose from consent c
      where c.id = any (agreed) and not exists (
        select from data_look l
        where l.account = c.account and l.organisation = who('organisation') and l.purpose = c.purpose
          and l.looked_at >= date_trunc('day', now(), 'UTC')
      );
      return query
        select c.account, h.id, p.body from consent c
        join consent_handle h on h.consent = c.id and h.office = who('organisation')
        join profile p on p.account = c.account
        where c.id = any (agreed);
    end $$`.execute(db);
}

async function rowPolicies(db: Kysely<unknown>): Promise<void> {
  await sql`alter table profile_facts enable row level security`.execute(db);
  await sql`
    create policy rows_of on profile_facts to fairway_app
    using (profile = (select who_account()) and (select who('kind')) = 'account')`.execute(db);
  await sql`
    create policy while_searching on profile_facts for select to fairway_app
    using ((select is_searching_workers()))`.execute(db);
}

/** Whoever agreed to be found by employers, and how those find them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await facts(db);
  await forgetting(db);
  await searching(db);
  await looking(db);
  await rowPolicies(db);
}
