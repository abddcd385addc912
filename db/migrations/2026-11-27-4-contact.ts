import { type Kysely, sql } from 'kysely';

const WORKER = "account = (select who_account()) and (select who('kind')) = 'account'";
const EMPLOYER = `
  employer = (select who('organisation')) and (select who('kind')) = 'account' and (select who('role')) = 'employer'`;

/** A worker and an employer about a vacancy: seen by these two alone. */
async function contacts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vacancy_contact (
      id uuid primary key default gen_random_uuid(),
      vacancy text not null references vacancy,
      employer text not null,
      account uuid not null references account on delete cascade,
      begun_by text not null check (begun_by in ('worker', 'employer')),
      begun_at timestamptz not null default now(),
      status text not null default 'waiting' check (status in ('waiting', 'accepted', 'declined', 'withdrawn')),
      settled_at timestamptz,
      why text check (length(why) between 1 and 1000),
      unique (vacancy, account),
      check ((status = 'waiting') = (settled_at is null)),
      check (begun_by = 'employer' or status <> 'declined' or why is not null)
    )`.execute(db);
  await sql`create index on vacancy_contact (account, begun_at)`.execute(db);
  await sql`create index on vacancy_contact (employer, begun_at)`.execute(db);
  await sql`alter table vacancy_contact enable row level security`.execute(db);
  await sql`create policy of_worker on vacancy_contact to fairway_app using (${sql.raw(WORKER)})`.execute(db);
  await sql`create policy of_employer on vacancy_contact for select to fairway_app using (${sql.raw(EMPLOYER)})`.execute(
    db,
  );
  await sql`create policy by_employer on vacancy_contact for update to fairway_app using (${sql.raw(EMPLOYER)})`.execute(
    db,
  );
  await sql`revoke update on vacancy_contact from fairway_app`.execute(db);
  await sql`grant update (begun_by, begun_at, status, settled_at, why) on vacancy_contact to fairway_app`.execute(db);
}

/** What an employer is shown of a worker: while the worker is interested, or once approached and agreed; written down for them. */
async function looks(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function look_at_contact(which uuid) returns table (account uuid, body json, email text, phone text)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare found vacancy_contact;
    begin
      select * into found from vacancy_contact c
      where c.id = which and c.employer = who('organisation') and who('kind') = 'account' and who('role') = 'employer'
        and (c.status = 'accepted' or (c.status = 'waiting' and c.begun_by = 'worker'))
      for share;
      if found.id is null then
        return;
      end if;
      insert into data_look (account, role, state, organisation, purpose)
      values (found.account, 'employer', null, found.employer, 'answered-vacancy');
      return query
        select found.account, coalesce((select p.body from profile p where p.account = found.account), '{"type":"profile"}'),
          (select a.address from account_address a
           where a.account = found.account and a.kind = 'email' and a.usable_from <= now() order by a.usable_from limit 1),
          (select a.address from account_address a
           where a.account = found.account and a.kind = 'phone' and a.usable_from <= now() order by a.usable_from limit 1);
    end $$`.execute(db);
}

/** An employer approaches somebody it found, by the id that it alone has of them; whoever withdrew their agreement is not there. */
async function approaches(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function approach_worker(of_vacancy text, whom uuid) returns uuid
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      found_account uuid;
      made uuid;
    begin
      if who('kind') is distinct from 'account' or who('role') is distinct from 'employer' or not exists (
        select from vacancy where id = of_vacancy and employer = who('organisation') and stage = 'published' and flags is null
      ) then
        return null;
      end if;
      select c.account into found_account
      from consent c join consent_handle h on h.consent = c.id
      where h.id = whom and h.office = who('organisation') and c.purpose = 'found-by-employers' and c.withdrawn_at is null
      for share of c;
      if found_account is null then
        return null;
      end if;
      insert into vacancy_contact (vacancy, employer, account, begun_by)
      values (of_vacancy, who('organisation'), found_account, 'employer')
      on conflict (vacancy, account) do nothing returning id into made;
      return made;
    end $$`.execute(db);
}

export async function up(db: Kysely<unknown>): Promise<void> {
  await contacts(db);
  await looks(db);
  await approaches(db);
}
