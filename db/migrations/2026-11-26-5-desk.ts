import { type Kysely, sql } from 'kysely';

/** Officers of the office for which a token acts, in the role in which it does; tokens of the command line may name the state alone. */
const OF_OFFICE = `
  coalesce(organisation, 'ministry-' || lower(state)) = (select who('organisation')) and state = (select who('state'))
  and role = (select who('role')) and (select who('kind')) = 'account'`;

/** Of a token that one officer asks for and another approves; there is nothing to hold before the first has taken it. */
async function tokens(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table api_token
      alter secret_hash drop not null,
      add asked_by uuid,
      add approved_by uuid,
      add approved_at timestamptz,
      add ended_by uuid,
      add check (approved_by <> asked_by),
      add check ((approved_by is null) = (approved_at is null)),
      add check (approved_by is null or asked_by is not null),
      add check (secret_hash is null or asked_by is null or approved_by is not null),
      add check (secret_hash is not null or asked_by is not null),
      add check (ended_by is null or ended_at is not null)`.execute(db);
  await sql`create policy of_office on api_token for select to fairway_app using (${sql.raw(OF_OFFICE)})`.execute(db);
  await sql`create policy by_office on api_token for update to fairway_app using (${sql.raw(OF_OFFICE)})`.execute(db);
  await sql`
    create policy asked_for on api_token for insert to fairway_app
    with check (${sql.raw(OF_OFFICE)} and asked_by = (select who_account()) and secret_hash is null
      and approved_by is null and ended_at is null)`.execute(db);
  // For whom it acts and who asked for it stays as it was asked for.
  await sql`revoke update, delete on api_token from fairway_app`.execute(db);
  await sql`
    grant update (secret_hash, approved_by, approved_at, last_used_on, ended_at, ended_by) on api_token
    to fairway_app`.execute(db);
}

/** What nobody decides on is closed in the end, by nobody. */
async function undecided(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table proposal
      drop constraint proposal_status_check,
      drop constraint proposal_check,
      add check (status in ('prepared', 'approved', 'rejected', 'withdrawn', 'expired')),
      add check (
        (status in ('prepared', 'expired')) = (decided_by is null) and (status = 'prepared') = (decided_at is null)
      )`.execute(db);
}

/** The officers of an office, or the administrators; to administrators, who see of nobody else's account more than nothing. */
async function officers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function officers_of(office text) returns table (
      id uuid, account uuid, role text, state text, granted_at timestamptz, locale text, emails text[], sessions integer
    )
    language sql stable security definer set search_path = public, pg_temp
    as $$
      select r.id, r.account, r.role, r.state, r.granted_at, a.locale,
        array(
          select address from account_address
          where account = a.id and kind = 'email' and usable_from <= now() order by usable_from, address
        ),
        (select count(*)::integer from account_session where account = a.id and ends_at > now())
      from account_role r join account a on a.id = r.account
      where who('kind') = 'account' and who('role') = 'administrator'
        and r.role <> 'employer' and r.organisation is not distinct from office and r.ended_at is null
    $$`.execute(db);
  await sql`
    create function end_sessions_of(whose uuid) returns void
    language sql security definer set search_path = public, pg_temp
    as $$
      delete from account_session
      where account = whose and who('kind') = 'account' and who('role') = 'administrator' and exists (
        select from account_role r where r.account = whose and r.role <> 'employer' and r.ended_at is null
      )
    $$`.execute(db);
}

/** An invitation says who invited, and can be sent again under another secret. */
async function invitations(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table invitation
      add id uuid not null unique default gen_random_uuid(),
      add invited_by uuid references account on delete set null`.execute(db);
}

const OFFICE = "coalesce(who('organisation'), 'ministry-' || lower(who('state')))";
const AGREED = `
  who('kind') in ('account', 'token') and who('role') = for_purpose
  and c.purpose = for_purpose and c.state = who('state') and c.withdrawn_at is null`;

/** Each office knows somebody who agreed by an id of its own, so that what two of them know cannot be joined. */
async function handles(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table consent_handle (
      id uuid primary key default gen_random_uuid(),
      consent bigint not null references consent on delete cascade,
      office text not null,
      unique (consent, office)
    )`.execute(db);
  await sql`revoke all on consent_handle from fairway_app`.execute(db);
  await sql`drop function people_who_agreed(text), look_at_profile(uuid, text)`.execute(db);
  await sql`
    create function people_who_agreed(for_purpose text, most integer, skipped integer)
    returns table (person uuid, agreed_at timestamptz)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare page bigint[];
    begin
      page := array(
        select c.id from consent c join profile p on p.account = c.account
        where ${sql.raw(AGREED)}
        order by c.given_at desc, c.id desc limit most offset skipped
      );
      insert into consent_handle (consent, office)
      select unnest(page), ${sql.raw(OFFICE)} on conflict do nothing;
      return query
        select h.id, c.given_at from consent_handle h join consent c on c.id = h.consent
        where c.id = any (page) and h.office = ${sql.raw(OFFICE)}
        order by c.given_at desc, c.id desc;
    end $$`.execute(db);
  await sql`
    create function look_at_profile(whose uuid, for_purpose text) returns table (account uuid, body json)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare found_account uuid;
    begin
      select c.account into found_account
      from consent c join consent_handle h on h.consent = c.id join profile p on p.account = c.account
      where h.id = whose and h.office = ${sql.raw(OFFICE)} and ${sql.raw(AGREED)}
      for share of c;
      if found_account is null then
        return;
      end if;
      insert into data_look (account, role, state, organisation, purpose)
      values (found_account, who('role'), who('state'), who('organisation'), for_purpose);
      return query select p.account, p.body from profile p where p.account = found_account;
    end $$`.execute(db);
}

/** What nothing ever filled. */
async function unused(db: Kysely<unknown>): Promise<void> {
  await sql`alter table account drop column name`.execute(db);
  await sql`alter table account_address drop column ends_at`.execute(db);
}

/** What lies on the desks of officers and administrators. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await tokens(db);
  await undecided(db);
  await officers(db);
  await invitations(db);
  await handles(db);
  await unused(db);
}
