import { type RawBuilder, sql } from 'kysely';
import type { AllocationRequest } from '../../../app/domain/quota/allocation.ts';
import type { Db } from '../../../db/client.server.ts';
import type { Door } from '../quota-clients.ts';
import type { History, RecordedAllocation, RecordedEntry, RecordedQuota } from '../quota-history.ts';

/*
 * Quotas as one writes them who has not thought of two at once: kept because whatever judges ours has to find these wanting.
 */

/** A ledger of its own with the same quotas, from which nothing was taken yet and on which nothing guards anything. */
export async function layNaiveLedger(db: Db): Promise<void> {
  await sql`drop schema if exists naive cascade`.execute(db);
  await sql`create schema naive`.execute(db);
  await sql`create table naive.quota as select id, parent, places, 0::bigint as allocated from quota`.execute(db);
  await sql`
    create table naive.allocation (id bigint generated always as identity, quota text, office text, reference text, places bigint)`.execute(
    db,
  );
  await sql`
    create table naive.entry (
      id bigint generated always as identity, quota text, kind text, places bigint, allocated bigint, asked_of text, allocation bigint
    )`.execute(db);
  await sql`
    insert into naive.entry (quota, kind, places, allocated, asked_of)
    select id, 'published', places, 0, id from naive.quota`.execute(db);
}

type Level = { id: string; places: number; allocated: number };

async function wayUp(db: Db, from: string): Promise<Level[]> {
  const { rows } = await sql<Level>`
    with recursive up as (
      select *, 0 as depth from naive.quota where id = ${from}
      union all
      select above.*, depth + 1 from up join naive.quota above on above.id = up.parent
    )
    select id, places, allocated from up order by depth`.execute(db);
  return rows;
}

type Grant = { office: string; quota: string; request: AllocationRequest };

async function writeDown(db: Db, { office, quota, request }: Grant): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into naive.allocation (quota, office, reference, places)
    values (${quota}, ${office}, ${request.reference}, ${request.places}) returning id`.execute(db);
  return rows[0]?.id ?? 0;
}

const enter = (db: Db, level: Level, allocation: number, { quota, request }: Grant) =>
  sql`
    insert into naive.entry (quota, kind, places, allocated, asked_of, allocation)
    values (${level.id}, 'allocated', 0, ${request.places}, ${quota}, ${allocation})`.execute(db);

const move = async (db: Db, { id }: Level, set: RawBuilder<unknown>, where = sql`true`) =>
  (await sql`update naive.quota set allocated = ${set} where id = ${id} and ${where}`.execute(db)).numAffectedRows ===
  1n;

export type Naive = (db: Db, grant: Grant) => ReturnType<Door['allocate']>;

/** Looks whether the places are there, and then takes them. */
export const readThenWrite: Naive = async (db, grant) => {
  const { places } = grant.request;
  const levels = await wayUp(db, grant.quota);
  const full = levels.find((level) => level.places - level.allocated < places);
  if (full) return { full: { quota: full.id, remaining: full.places - full.allocated } };
  const allocation = await writeDown(db, grant);
  for (const level of levels) {
    await move(db, level, sql`${level.allocated + places}`);
    await enter(db, level, allocation, grant);
  }
  return 'granted';
};

/** Never takes what is not there, but takes from each quota of the tree by itself. */
export const levelByLevel: Naive = async (db, grant) => {
  const { places } = grant.request;
  const levels = await wayUp(db, grant.quota);
  const allocation = await writeDown(db, grant);
  for (const level of levels) {
    if (!(await move(db, level, sql`allocated + ${places}`, sql`places - allocated >= ${places}`))) return {};
    await enter(db, level, allocation, grant);
  }
  return 'granted';
};

export const naiveDoor = (db: Db, office: string, naive: Naive): Door => ({
  office,
  allocate: (quota, request) => naive(db, { office, quota, request }),
  settle: async () => false,
});

/** What was written of these quotas, with the sums that its entries come to. */
export async function readNaiveHistory(db: Db, ids: readonly string[]): Promise<History> {
  const quotas = await sql<RecordedQuota>`
    select id, parent, places, allocated, 0 as used from naive.quota where id = any(${ids})`.execute(db);
  const entries = await sql<RecordedEntry>`
    select quota, row_number() over so_far as position, kind, places, allocated, 0 as used, asked_of as "askedOf", allocation,
      json_build_object('places', sum(places) over so_far, 'allocated', sum(allocated) over so_far, 'used', 0) as after
    from naive.entry where quota = any(${ids}) window so_far as (partition by quota order by id) order by quota, id`.execute(
    db,
  );
  const allocations = await sql<RecordedAllocation>`
    select *, 'allocated' as status from naive.allocation where quota = any(${ids})`.execute(db);
  return { quotas: quotas.rows, entries: entries.rows, allocations: allocations.rows };
}
