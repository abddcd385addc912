import { type Kysely, sql } from 'kysely';

/** What may be written into a ledger, and the deltas that it may carry. */
async function ledger(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quota_allocation (
      id bigint generated always as identity primary key,
      quota text not null references quota,
      office text not null check (length(office) between 1 and 200),
      reference text not null check (length(reference) between 1 and 100),
      places bigint not null check (places > 0),
      request jsonb not null,
      vacancy text,
      status text not null default 'allocated' check (status in ('allocated', 'taken-up', 'released', 'expired')),
      expires_at timestamptz,
      allocated_at timestamptz not null default clock_timestamp(),
      settled_at timestamptz,
      unique (quota, office, reference),
      check ((status = 'allocated') = (settled_at is null))
    )`.execute(db);
  await sql`create index on quota_allocation (expires_at) where status = 'allocated'`.execute(db);
  await sql`create index on quota_allocation (vacancy) where vacancy is not null`.execute(db);
  await sql`
    create table quota_entry (
      quota text not null references quota,
      position bigint not null,
      kind text not null,
      at timestamptz not null,
      places bigint not null default 0,
      allocated bigint not null default 0,
      used bigint not null default 0,
      places_after bigint not null,
      allocated_after bigint not null,
      used_after bigint not null,
      asked_of text not null references quota,
      allocation bigint references quota_allocation,
      office text not null,
      who text not null,
      why text check (length(why) between 1 and 2000),
      primary key (quota, position),
      check (case kind
        when 'published' then places >= 0 and allocated = 0 and used = 0
        when 'amended' then places <> 0 and allocated = 0 and used = 0
        when 'transferred' then places <> 0 and allocated = 0 and used = 0
        when 'allocated' then places = 0 and allocated > 0 and used = 0
        when 'taken-up' then places = 0 and allocated = 0 and used > 0
        when 'released' then places = 0 and allocated < 0 and used in (0, allocated)
        when 'expired' then places = 0 and allocated < 0 and used = 0
        when 'corrected' then places = 0 and allocated <> 0 and used in (0, allocated)
        else false
      end),
      check ((allocation is null) = (kind in ('published', 'amended', 'transferred'))),
      check (kind not in ('transferred', 'corrected') or why is not null)
    )`.execute(db);
  await sql`create index on quota_entry (allocation) where allocation is not null`.execute(db);
}

/** The state of a quota is the sum of its ledger: nothing but an entry moves it, and each entry says what it came to. */
async function sums(db: Kysely<unknown>): Promise<void> {
  await sql`alter table quota add column entries bigint not null default 0`.execute(db);
  await sql`
    create function apply_quota_entry() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      update quota
      set places = places + new.places, allocated = allocated + new.allocated, used = used + new.used, entries = entries + 1
      where id = new.quota
      returning places, allocated, used, entries into new.places_after, new.allocated_after, new.used_after, new.position;
      new.at := clock_timestamp();
      return new;
    end $$`.execute(db);
  await sql`
    create trigger applied before insert on quota_entry for each row execute function apply_quota_entry()`.execute(db);
  await sql`
    create trigger append_only before update or delete or truncate on quota_entry
    for each statement execute function refuse_rewriting_history()`.execute(db);
  await sql`
    create trigger never_ends before delete or truncate on quota_allocation
    for each statement execute function refuse_rewriting_history()`.execute(db);
}

/** Written before anything guards the sums: what was published until now. */
async function published(db: Kysely<unknown>): Promise<void> {
  await sql`
    create temporary table published_places on commit drop as
    select quota.id, quota.places, version.recorded_by from quota join document_version version on version.id = quota.version_id`.execute(
    db,
  );
  await sql`update quota set places = 0, allocated = 0, used = 0`.execute(db);
  await sql`
    insert into quota_entry (quota, kind, places, asked_of, office, who)
    select id, 'published', places, id, recorded_by, 'system' from published_places order by id`.execute(db);
}

async function guards(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function guard_quota_sums() returns trigger language plpgsql as $$
    begin
      raise exception 'places, allocated and used of a quota, from none at its beginning, change by an entry of its ledger alone'
        using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create trigger begins_empty before insert on quota for each row
    when ((new.places, new.allocated, new.used, new.entries) is distinct from (0::bigint, 0::bigint, 0::bigint, 0::bigint))
    execute function guard_quota_sums()`.execute(db);
  // The depth is that of who updates: 1 in the trigger that applies an entry.
  await sql`
    create trigger by_ledger before update on quota for each row
    when (
      pg_trigger_depth() < 1
      and (old.places, old.allocated, old.used, old.entries) is distinct from (new.places, new.allocated, new.used, new.entries)
    )
    execute function guard_quota_sums()`.execute(db);
  // What was taken from the quotas above goes back to them.
  await sql`
    create function keep_parent() returns trigger language plpgsql as $$
    begin
      raise exception 'quota % has places allocated: its parent stays', old.id using errcode = 'restrict_violation';
    end $$`.execute(db);
  await sql`
    create trigger parent_stays before update on quota for each row
    when (old.allocated > 0 and (old.parent, old.pathway) is distinct from (new.parent, new.pathway))
    execute function keep_parent()`.execute(db);
}

/** The quotas from one up to the topmost, the one itself first, all locked; in the order of their ids, as everybody locks them. */
async function path(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function lock_quota_path(of_quota text) returns text[]
    language plpgsql set search_path = public, pg_temp as $$
    declare
      ids text[];
      seen text[];
      above text;
    begin
      loop
        ids := '{}';
        above := of_quota;
        while above is not null and above <> all(ids) loop
          ids := ids || above;
          select parent into above from quota where id = above;
        end loop;
        -- A parent may have changed while we waited for the locks; once they are ours it no longer can.
        exit when ids = seen;
        perform from quota where id = any(ids) order by id for no key update;
        seen := ids;
      end loop;
      return ids;
    end $$`.execute(db);
}

/** What happened to an allocation, on its quota and every one above, and in the audit; the answer that says so. */
async function write(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function write_allocation(
      outcome text, made quota_allocation, ids text[], as_kind text, more_allocated bigint, more_used bigint,
      by_office text, by_who text, reason text, chain text, audit text
    ) returns jsonb
    language plpgsql set search_path = public, pg_temp as $$
    begin
      insert into quota_entry (quota, kind, allocated, used, asked_of, allocation, office, who, why)
      select id, as_kind, more_allocated, more_used, made.quota, made.id, by_office, by_who, reason from unnest(ids) as id;
      perform append_audit(chain, audit);
      return jsonb_build_object('outcome', outcome, 'allocation', to_jsonb(made));
    end $$`.execute(db);
}

/** Takes places from a quota and every one above it, or from none; answers what became of it. */
async function allocate(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function allocate_places(
      of_quota text, by_office text, by_who text, with_reference text, asked jsonb, stands jsonb, on_day date, chain text, audit text
    ) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      ids text[] := lock_quota_path(of_quota);
      wanted bigint := (asked ->> 'places')::bigint;
      before quota_allocation;
      level quota;
      outside quota;
      closed quota;
      tightest quota;
      made quota_allocation;
    begin
      select * into before from quota_allocation
      where quota = of_quota and office = by_office and reference = with_reference;
      if found then
        if before.request <> asked then
          return jsonb_build_object('outcome', 'reference-used');
        end if;
        return jsonb_build_object('outcome', 'again', 'allocation', to_jsonb(before));
      end if;
      if (asked ->> 'expiresAt')::timestamptz <= clock_timestamp() then
        return jsonb_build_object('outcome', 'past');
      end if;
      for level in select * from quota where id = any(ids) order by array_position(ids, id) loop
        if outside.id is null and not (
          coalesce(level.pathway = stands ->> 'pathway', true)
          and coalesce(level.scope_origin = stands ->> 'origin', true)
          and coalesce(level.scope_sector = stands ->> 'sector', true)
          and coalesce(starts_with(stands ->> 'occupation', level.scope_occupation), true)
        ) then
          outside := level;
        end if;
        if closed.id is null and not (level.period_from <= on_day and coalesce(level.period_to >= on_day, true)) then
          closed := level;
        end if;
        if tightest.id is null or level.places - level.allocated < tightest.places - tightest.allocated then
          tightest := level;
        end if;
      end loop;
      if tightest.id is null then
        return jsonb_build_object('outcome', 'missing');
      end if;
      if outside.id is not null then
        return jsonb_build_object('outcome', 'outside', 'quota', outside.id);
      end if;
      if closed.id is not null then
        return jsonb_build_object('outcome', 'not-in-force', 'quota', closed.id, 'from', closed.period_from, 'to', closed.period_to);
      end if;
      if tightest.places - tightest.allocated < wanted then
        return jsonb_build_object('outcome', 'full', 'quota', tightest.id, 'remaining', tightest.places - tightest.allocated);
      end if;
      insert into quota_allocation (quota, office, reference, places, request, vacancy, expires_at)
      values (of_quota, by_office, with_reference, wanted, asked, asked ->> 'vacancy', (asked ->> 'expiresAt')::timestamptz)
      returning * into made;
      return write_allocation('allocated', made, ids, 'allocated', wanted, 0, by_office, by_who, asked ->> 'why', chain, audit);
    end $$`.execute(db);
}

/** Moves an allocation on, on its quota and every one above; what is so already stays so. */
async function settle(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function settle_allocation(
      of_quota text, of_office text, with_reference text, to_status text, by_office text, by_who text, reason text, chain text, audit text
    ) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      ids text[] := lock_quota_path(of_quota);
      before quota_allocation;
      made quota_allocation;
      lapsed boolean;
    begin
      select * into before from quota_allocation
      where quota = of_quota and office = of_office and reference = with_reference;
      if not found then
        return jsonb_build_object('outcome', 'missing');
      end if;
      if before.status = to_status then
        return jsonb_build_object('outcome', 'again', 'allocation', to_jsonb(before));
      end if;
      lapsed := coalesce(before.status = 'allocated' and before.expires_at <= clock_timestamp(), false);
      if to_status = 'taken-up' and lapsed then
        return jsonb_build_object('outcome', 'closed', 'status', 'expired');
      end if;
      if not (
        (before.status = 'allocated' and to_status in ('taken-up', 'released'))
        or (before.status = 'taken-up' and to_status = 'released')
        or (lapsed and to_status = 'expired')
      ) then
        return jsonb_build_object('outcome', 'closed', 'status', before.status);
      end if;
      update quota_allocation set status = to_status, settled_at = clock_timestamp() where id = before.id
      returning * into made;
      return write_allocation(
        'settled', made, ids, to_status,
        case to_status when 'taken-up' then 0 else -before.places end,
        case 'taken-up' when to_status then before.places when before.status then -before.places else 0 end,
        by_office, by_who, reason, chain, audit
      );
    end $$`.execute(db);
}

/** Sets how many places an allocation holds, where it was recorded wrongly. */
async function correct(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function correct_allocation(
      of_quota text, of_office text, with_reference text, to_places bigint, by_office text, by_who text, reason text, chain text, audit text
    ) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      ids text[] := lock_quota_path(of_quota);
      before quota_allocation;
      made quota_allocation;
      tightest quota;
      more bigint;
    begin
      select * into before from quota_allocation
      where quota = of_quota and office = of_office and reference = with_reference;
      if not found then
        return jsonb_build_object('outcome', 'missing');
      end if;
      if before.status not in ('allocated', 'taken-up') then
        return jsonb_build_object('outcome', 'closed', 'status', before.status);
      end if;
      more := to_places - before.places;
      if more = 0 then
        return jsonb_build_object('outcome', 'again', 'allocation', to_jsonb(before));
      end if;
      select * into tightest from quota where id = any(ids)
      order by places - allocated, array_position(ids, id) limit 1;
      if tightest.places - tightest.allocated < more then
        return jsonb_build_object('outcome', 'full', 'quota', tightest.id, 'remaining', tightest.places - tightest.allocated);
      end if;
      update quota_allocation set places = to_places where id = before.id
      returning * into made;
      return write_allocation(
        'settled', made, ids, 'corrected', more, case before.status when 'taken-up' then more else 0 end,
        by_office, by_who, reason, chain, audit
      );
    end $$`.execute(db);
}

/** What publishing a quota writes; of one whose places stay as they are, nothing. */
async function record(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function record_quota_places(
      of_quota text, to_places bigint, as_kind text, by_office text, by_who text, reason text
    ) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      before quota;
    begin
      select * into strict before from quota where id = of_quota for update;
      if before.entries > 0 and before.places = to_places then
        return;
      end if;
      insert into quota_entry (quota, kind, places, asked_of, office, who, why)
      values (
        of_quota, case before.entries when 0 then 'published' else as_kind end, to_places - before.places, of_quota, by_office, by_who, reason
      );
    end $$`.execute(db);
}

/** Who takes what from a quota stands in its ledger by these functions alone. */
async function rights(db: Kysely<unknown>): Promise<void> {
  await sql`revoke insert, update, delete on quota_entry, quota_allocation from fairway_app`.execute(db);
  await sql`revoke update, delete on quota from fairway_app`.execute(db);
  await sql`
    grant update (version_id, pathway, parent, period_from, period_to, kind, scope_origin, scope_sector, scope_occupation, scope_tranche)
    on quota to fairway_app`.execute(db);
  await sql`
    revoke all on function lock_quota_path, write_allocation, allocate_places, settle_allocation, correct_allocation, record_quota_places
    from public`.execute(db);
  await sql`
    grant execute on function allocate_places, settle_allocation, correct_allocation, record_quota_places to fairway_app`.execute(
    db,
  );
}

/** The ledger of quotas: who was given which places, when and why; places never given twice. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await ledger(db);
  await sums(db);
  await published(db);
  await guards(db);
  await path(db);
  await write(db);
  await allocate(db);
  await settle(db);
  await correct(db);
  await record(db);
  await rights(db);
}
