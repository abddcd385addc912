import { sql } from 'kysely';
import type { Db } from '../../db/client.server.ts';
import type { History, RecordedAllocation, RecordedEntry, RecordedQuota } from './quota-history.ts';

/** What the database has of these quotas, read at one instant. */
export const readHistory = (db: Db, ids: readonly string[]): Promise<History> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const quotas = await sql<RecordedQuota>`
        select id, parent, places, allocated, used from quota where id = any(${ids})`.execute(trx);
      const entries = await sql<RecordedEntry>`
        select quota, position, kind, places, allocated, used, asked_of as "askedOf", allocation,
          json_build_object('places', places_after, 'allocated', allocated_after, 'used', used_after) as after
        from quota_entry where quota = any(${ids}) order by quota, position`.execute(trx);
      const allocations = await sql<RecordedAllocation>`
        select id, quota, office, reference, places, status from quota_allocation where quota = any(${ids})`.execute(
        trx,
      );
      return { quotas: quotas.rows, entries: entries.rows, allocations: allocations.rows };
    });
