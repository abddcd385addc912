import { sql } from 'kysely';
import type { Db, Reader } from '../client.server.ts';
import type { NotedTable } from '../schema/table-change.ts';

/** What could be seen of the database at a moment: PostgreSQL's own words for the transactions that had ended by then. */
export type Moment = string;

/** Of a look at some tables: when it was, null inside a transaction that changes something, and whether they changed since another. */
export type Look = { at: Moment | null; changed: boolean };

/**
 * Whether any of some tables changed since a moment; absent: they did. Exact in whatever order transactions began and ended, in
 * the time of the few that were under way at that moment. A database that was set back to before that moment counts as changed.
 */
export async function changedSince(
  db: Reader,
  tables: readonly NotedTable[],
  since: Moment | undefined,
): Promise<Look> {
  const { rows } = await sql<Look>`
    select case when pg_current_xact_id_if_assigned() is null then pg_current_snapshot()::text end as at,
      coalesce(
        pg_snapshot_xmax(pg_current_snapshot()) < pg_snapshot_xmax(since.moment) or exists (
          select from table_change where changed = any(${[...tables]}) and xact >= pg_snapshot_xmin(since.moment)
            and not pg_visible_in_snapshot(xact, since.moment)),
        true) as changed
    from (select ${since ?? null}::pg_snapshot) since(moment)`.execute(db);
  return rows[0] ?? { at: null, changed: true };
}

/**
 * Removes what was noted before all that is under way in the cluster, where more than so many rows are noted. That counts as a
 * change of each table it was noted of, so that nobody misses what was removed, and every process reads once more what it keeps.
 */
export async function forgetChanges(db: Db, beyond: number): Promise<void> {
  await sql`
    with past as (select count(*) > ${beyond} as much from table_change),
      removed as (
        delete from table_change using past where past.much and xact < pg_snapshot_xmin(pg_current_snapshot())
        returning changed)
    insert into table_change (changed) select distinct changed from removed`.execute(db);
}
