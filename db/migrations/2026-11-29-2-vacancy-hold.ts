import { type Kysely, sql } from 'kysely';

/** In whose name a vacancy holds places: its employer may be another by now. And which allocations are a vacancy's, and move with it alone. */
async function holders(db: Kysely<unknown>): Promise<void> {
  await sql`alter table vacancy add hold_office text`.execute(db);
  await sql`update vacancy set hold_office = employer where hold_quota is not null`.execute(db);
  await sql`alter table vacancy add check ((hold_quota is null) = (hold_office is null))`.execute(db);
  await sql`alter table quota_allocation add of_vacancy boolean not null default false`.execute(db);
  await sql`
    update quota_allocation held set of_vacancy = true
    from document_version version
    where version.type = 'vacancy' and version.document_id = held.vacancy and held.reference = 'vacancy-' || version.id`.execute(
    db,
  );
}

/**
 * What happens to many allocations of one quota at once. It holds no rows: its trigger writes their entries, on the quota and every one
 * above it, and moves each quota once; row by row a quota would have as many versions as there are entries, all of them read again and again.
 */
async function batches(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table quota_batch (
      quota text not null,
      kind text not null check (kind in ('allocated', 'released')),
      allocations bigint[] not null,
      office text not null,
      who text not null,
      why text
    )`.execute(db);
  await sql`revoke insert, update, delete on quota_batch from fairway_app`.execute(db);
  await sql`
    create function apply_quota_batch() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare
      ids text[] := lock_quota_path(new.quota);
      moved bigint;
    begin
      insert into quota_entry (
        quota, position, kind, allocated, places_after, allocated_after, used_after, asked_of, allocation, office, who, why
      )
      select level.id, level.entries + act.place, new.kind, act.places, level.places, level.allocated + act.so_far, level.used,
        new.quota, act.id, new.office, new.who, new.why
      from (
        select id, place, places, sum(places) over (order by place) as so_far
        from (
          select id, place, case new.kind when 'released' then -places else places end as places
          from unnest(new.allocations) with ordinality as one (id, place) join quota_allocation using (id)
        ) signed
      ) act cross join quota level
      where level.id = any(ids)
      order by act.place, array_position(ids, level.id);
      select sum(case new.kind when 'released' then -places else places end) into moved
      from quota_allocation where id = any(new.allocations);
      update quota set allocated = allocated + moved, entries = entries + cardinality(new.allocations) where id = any(ids);
      return null;
    end $$`.execute(db);
  await sql`
    create trigger applied before insert on quota_batch for each row execute function apply_quota_batch()`.execute(db);
  // The depth is that of who inserts: 2 where a batch does, which moves the quota itself.
  await sql`
    create or replace function apply_quota_entry() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if pg_trigger_depth() < 2 then
        update quota
        set places = places + new.places, allocated = allocated + new.allocated, used = used + new.used, entries = entries + 1
        where id = new.quota
        returning places, allocated, used, entries into new.places_after, new.allocated_after, new.used_after, new.position;
      end if;
      new.at := clock_timestamp();
      return new;
    end $$`.execute(db);
}

/** Takes places for vacancies from a quota and every one above it: all that are asked for, or none. */
async function hold(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function hold_places(of_quota text, asked jsonb, by_office text, by_who text, chain text, audit text) returns jsonb
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      ids text[] := lock_quota_path(of_quota);
      tightest quota;
      made bigint[];
    begin
      select * into tightest from quota where id = any(ids) order by places - allocated, array_position(ids, id) limit 1;
      if not found then
        return jsonb_build_object('outcome', 'missing');
      end if;
      if exists (
        select from jsonb_to_recordset(asked) as one (stands jsonb, on_day date) join quota level on level.id = any(ids)
        where not (
          coalesce(level.pathway = one.stands ->> 'pathway', true)
          and coalesce(level.scope_sector = one.stands ->> 'sector', true)
          and coalesce(starts_with(one.stands ->> 'occupation', level.scope_occupation), true)
          and level.period_from <= one.on_day and coalesce(level.period_to >= one.on_day, true)
        )
      ) then
        return jsonb_build_object('outcome', 'outside');
      end if;
      if tightest.places - tightest.allocated < (
        select sum((request ->> 'places')::bigint) from jsonb_to_recordset(asked) as one (request jsonb)
      ) then
        return jsonb_build_object('outcome', 'full');
      end if;
      with allocation as (
        insert into quota_allocation (quota, office, reference, places, request, vacancy, of_vacancy)
        select of_quota, office, request ->> 'reference', (request ->> 'places')::bigint, request, request ->> 'vacancy', true
        from rows from (jsonb_to_recordset(asked) as (office text, request jsonb)) with ordinality as one (office, request, place)
        order by place
        returning id
      )
      select array_agg(id order by id) into made from allocation;
      insert into quota_batch (quota, kind, allocations, office, who) values (of_quota, 'allocated', made, by_office, by_who);
      perform append_audit(chain, audit);
      return jsonb_build_object('outcome', 'held');
    end $$`.execute(db);
}

/** Gives back what vacancies hold of a quota; what is settled already stays so. */
async function release(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function release_holds(
      of_quota text, named jsonb, by_office text, by_who text, reason text, chain text, audit text
    ) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      ids text[] := lock_quota_path(of_quota);
      settled bigint[];
    begin
      with allocation as (
        update quota_allocation held set status = 'released', settled_at = clock_timestamp()
        from jsonb_to_recordset(named) as one (office text, reference text)
        where held.quota = of_quota and held.office = one.office and held.reference = one.reference
          and held.of_vacancy and held.status = 'allocated'
        returning held.id
      )
      select array_agg(id order by id) into settled from allocation;
      if settled is null then
        return;
      end if;
      insert into quota_batch (quota, kind, allocations, office, who, why)
      values (of_quota, 'released', settled, by_office, by_who, reason);
      perform append_audit(chain, audit);
    end $$`.execute(db);
}

/** Says that some of the places that a vacancy holds were taken up: they become an allocation of their own, the others stay held. */
async function takeUp(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function take_up_part(
      of_quota text, of_office text, with_reference text, as_reference text, wanted bigint,
      by_office text, by_who text, reason text, chain text, audit text
    ) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      ids text[] := lock_quota_path(of_quota);
      held quota_allocation;
      part quota_allocation;
    begin
      update quota_allocation set places = places - wanted
      where quota = of_quota and office = of_office and reference = with_reference and of_vacancy and status = 'allocated'
      returning * into strict held;
      insert into quota_allocation (quota, office, reference, places, request, vacancy, of_vacancy, status, settled_at)
      values (
        of_quota, of_office, as_reference, wanted,
        held.request || jsonb_build_object('places', wanted, 'reference', as_reference), held.vacancy, true, 'taken-up', clock_timestamp()
      )
      returning * into part;
      insert into quota_entry (quota, kind, allocated, used, asked_of, allocation, office, who, why)
      select id, act.kind, act.allocated, act.used, of_quota, act.allocation, by_office, by_who, act.why
      from (
        values (1, 'corrected', -wanted, 0, held.id, reason), (2, 'allocated', wanted, 0, part.id, null), (3, 'taken-up', 0, wanted, part.id, null)
      ) as act (place, kind, allocated, used, allocation, why)
      cross join unnest(ids) as id
      order by act.place, array_position(ids, id);
      perform append_audit(chain, audit);
    end $$`.execute(db);
}

/** Places that were filled until now while others of the vacancy are not were to be taken up when it ended; they are taken up as they are filled. */
async function filled(db: Kysely<unknown>): Promise<void> {
  await sql`
    select take_up_part(
      quota, office, reference, reference || '-filled-' || taken, filled, 'system', 'system', ${'so many of its places were filled'}, 'site',
      json_build_object(
        'action', 'settle-places',
        'after', json_build_object('office', office, 'places', filled, 'reference', reference, 'status', 'taken-up'),
        'object', json_build_object('id', quota, 'type', 'quota'),
        'who', json_build_object('kind', 'system')
      )::text
    )
    from (
      select held.quota, held.office, held.reference, vacancy.taken, held.places - (vacancy.places - vacancy.taken) as filled
      from vacancy join quota_allocation held
        on held.quota = hold_quota and held.reference = hold_reference and held.office = hold_office
      where stage = 'published' and held.status = 'allocated' and vacancy.taken < vacancy.places
    ) part
    where filled > 0`.execute(db);
}

async function rights(db: Kysely<unknown>): Promise<void> {
  await sql`
    revoke all on function apply_quota_batch, hold_places, release_holds, take_up_part from public`.execute(db);
  await sql`grant execute on function hold_places, release_holds, take_up_part to fairway_app`.execute(db);
}

/** What vacancies hold of quotas: many in one statement, taken up place by place, and moved by their vacancy alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await holders(db);
  await batches(db);
  await hold(db);
  await release(db);
  await takeUp(db);
  await filled(db);
  await rights(db);
}
