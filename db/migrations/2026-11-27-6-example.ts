import { type Kysely, sql } from 'kysely';

/** As before, and of each whether they are made up. */
async function looking(db: Kysely<unknown>): Promise<void> {
  await sql`drop function look_at_found(uuid[])`.execute(db);
  await sql`
    create function look_at_found(profiles uuid[]) returns table (account uuid, person uuid, body json, example boolean)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare agreed bigint[];
    begin
      if not is_searching_workers() then
        return;
      end if;
      agreed := array(
        select c.id from consent c
        where c.account = any (profiles) and purpose = 'found-by-employers' and withdrawn_at is null
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
        select c.account, h.id, p.body, a.example from consent c
        join account a on a.id = c.account
        join consent_handle h on h.consent = c.id and h.office = who('organisation')
        join profile p on p.account = c.account
        where c.id = any (agreed);
    end $$`.execute(db);
}

/** Who is made up is known as such, as made-up vacancies are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account add example boolean not null default false`.execute(db);
  await looking(db);
}
