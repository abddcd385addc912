import { type Kysely, sql } from 'kysely';

/** A hash is over these lines; what could hold a line break comes last. Times are whole microseconds since 1970. */
const hashOf = (...lines: string[]) =>
  sql.raw(`encode(sha256(convert_to(concat_ws(E'\\n', ${lines}), 'UTF8')), 'hex')`);
const moment = (at: string) => `trim_scale(extract(epoch from ${at}) * 1000000)`;

const HASH = sql.raw(`check (hash ~ '^[0-9a-f]{64}$')`);
const CHAIN = sql.raw(`text collate "C" not null check (chain ~ '^[A-Za-z0-9:._-]{1,200}$')`);

async function entries(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_chain (
      chain ${CHAIN} primary key,
      length bigint not null default 0 check (length >= 0),
      head text,
      check ((length = 0) = (head is null))
    )`.execute(db);
  await sql`
    create table audit_entry (
      chain ${CHAIN},
      position bigint not null check (position > 0),
      at timestamptz not null,
      body text not null,
      previous text,
      hash text not null ${HASH},
      actor text not null generated always as (
        coalesce(body::jsonb #>> '{who,account}', body::jsonb #>> '{who,token}', body::jsonb #>> '{who,kind}')
      ) stored,
      for_whom text generated always as (body::jsonb ->> 'forWhom') stored,
      action text not null generated always as (body::jsonb ->> 'action') stored,
      object_type text not null generated always as (body::jsonb #>> '{object,type}') stored,
      object_id text not null generated always as (body::jsonb #>> '{object,id}') stored,
      primary key (chain, position),
      check ((position = 1) = (previous is null))
    )`.execute(db);
  await sql`create index on audit_entry (actor, at)`.execute(db);
  await sql`create index on audit_entry (for_whom, at) where for_whom is not null`.execute(db);
  await sql`create index on audit_entry (object_type, object_id, at)`.execute(db);
}

/** The heads of the chains that grew since the anchor before, and their digest in it: of chains that lie still nothing is written again. */
async function anchors(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_anchor (
      position bigint primary key check (position > 0),
      at timestamptz not null,
      heads text not null,
      previous text,
      hash text not null unique ${HASH},
      check ((position = 1) = (previous is null))
    )`.execute(db);
  await sql`
    create table audit_anchored (
      anchor bigint not null references audit_anchor deferrable initially deferred,
      chain ${CHAIN},
      length bigint not null check (length > 0),
      head text not null,
      primary key (chain, length)
    )`.execute(db);
  await sql`create index on audit_anchored (anchor, chain)`.execute(db);
}

async function appendOnly(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function refuse_rewriting_history() returns trigger language plpgsql as $$
    begin
      raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
    end $$`.execute(db);
  for (const table of ['audit_entry', 'audit_anchor', 'audit_anchored'])
    await sql`
      create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function refuse_rewriting_history()`.execute(db);
  await sql`
    create trigger never_ends before delete or truncate on audit_chain
    for each statement execute function refuse_rewriting_history()`.execute(db);
}

/** The one way to write an entry, for those who may not touch the tables: the row of the chain is locked until the transaction ends. */
async function append(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function append_audit(to_chain text, said text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      before audit_chain;
      place bigint;
      now_at timestamptz;
      sealed text;
    begin
      insert into audit_chain (chain) values (to_chain) on conflict do nothing;
      select * into strict before from audit_chain where chain = to_chain for update;
      place := before.length + 1;
      now_at := clock_timestamp();
      sealed := ${hashOf(`'entry'`, 'to_chain', 'place', moment('now_at'), `coalesce(before.head, '')`, 'said')};
      insert into audit_entry (chain, position, at, body, previous, hash)
      values (to_chain, place, now_at, said, before.head, sealed);
      update audit_chain set length = place, head = sealed where chain = to_chain;
      return place;
    end $$`.execute(db);
}

/** Nobody who writes entries waits for it: it reads what is committed and locks no chain. */
async function anchor(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function anchor_audit() returns setof audit_anchor
    language plpgsql set search_path = public, pg_temp as $$
    declare
      before audit_anchor;
      made audit_anchor;
    begin
      lock table audit_anchor in share row exclusive mode;
      select * into before from audit_anchor order by position desc limit 1;
      made.position := coalesce(before.position, 0) + 1;
      insert into audit_anchored (anchor, chain, length, head)
      select made.position, grown.chain, grown.length, grown.head from audit_chain grown
      where grown.length > 0 and not exists (
        select from audit_anchored seen where seen.chain = grown.chain and seen.length = grown.length
      );
      if not found then
        return;
      end if;
      made.heads := (
        select encode(sha256(convert_to(string_agg(concat_ws(' ', chain, length, head) || E'\n', '' order by chain), 'UTF8')), 'hex')
        from audit_anchored where anchor = made.position
      );
      made.at := clock_timestamp();
      made.previous := before.hash;
      made.hash := ${hashOf(`'anchor'`, 'made.position', moment('made.at'), `coalesce(before.hash, '')`, 'made.heads')};
      insert into audit_anchor select made.*;
      return next made;
    end $$`.execute(db);
}

/** Without a policy nobody but their owner sees or writes a row of these tables, whatever rights on all tables are given out. */
async function closed(db: Kysely<unknown>): Promise<void> {
  for (const table of ['audit_chain', 'audit_entry', 'audit_anchor', 'audit_anchored']) {
    await sql`revoke all on ${sql.table(table)} from public`.execute(db);
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
  }
  await sql`revoke all on function append_audit, anchor_audit from public`.execute(db);
}

/** Who did what: entries in chains, each with the hash of the one before, and now and then an anchor over the heads of all chains. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await entries(db);
  await anchors(db);
  await appendOnly(db);
  await append(db);
  await anchor(db);
  await closed(db);
}
