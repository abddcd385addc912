import { sql } from 'kysely';
import type { Reader } from '../client.server.ts';

/** Where a quota does not agree with what is written about it: what was looked at, what it says, what it should. */
export type LedgerFlaw = { quota: string; what: string; says: string; should: string };

/**
 * Every quota whose sums are not those of its ledger, whose entries have a gap or do not follow from one another, whose allocations (its
 * own and those of the quotas below) do not come to what it says, or of which a vacancy holds other places than those that are not
 * filled; none where all is well.
 */
export async function ledgerFlaws(db: Reader): Promise<LedgerFlaw[]> {
  const { rows } = await sql<LedgerFlaw>`
    with recursive
    followed as (
      select quota, position, row(places_after, allocated_after, used_after)::text as says,
        row(
          sum(places) over so_far, sum(allocated) over so_far, sum(used) over so_far
        )::text as should,
        row_number() over so_far as place
      from quota_entry
      window so_far as (partition by quota order by position)
    ),
    summed as (
      select quota, coalesce(sum(places), 0) as places, coalesce(sum(allocated), 0) as allocated, coalesce(sum(used), 0) as used, count(*) as entries
      from quota_entry group by quota
    ),
    up as (
      select id as quota, id as at, parent from quota
      union all
      select up.quota, above.id, above.parent from up join quota above on above.id = up.parent
    ),
    held as (
      select up.at as quota, coalesce(sum(places), 0) as allocated, coalesce(sum(places) filter (where status = 'taken-up'), 0) as used
      from quota_allocation held join up on up.quota = held.quota
      where status in ('allocated', 'taken-up')
      group by up.at
    )
    select quota, 'entry ' || position as what, says, should from followed where says <> should
    union all
    select quota, 'position ' || position, position::text, place::text from followed where position <> place
    union all
    select quota.id, 'places, allocated, used, entries',
      row(quota.places, quota.allocated, quota.used, quota.entries)::text,
      row(coalesce(summed.places, 0), coalesce(summed.allocated, 0), coalesce(summed.used, 0), coalesce(summed.entries, 0))::text
    from quota left join summed on summed.quota = quota.id
    where (quota.places, quota.allocated, quota.used, quota.entries)
      is distinct from (coalesce(summed.places, 0), coalesce(summed.allocated, 0), coalesce(summed.used, 0), coalesce(summed.entries, 0))
    union all
    select quota.id, 'allocations', row(quota.allocated, quota.used)::text, row(coalesce(held.allocated, 0), coalesce(held.used, 0))::text
    from quota left join held on held.quota = quota.id
    where (quota.allocated, quota.used) is distinct from (coalesce(held.allocated, 0), coalesce(held.used, 0))
    union all
    select hold.quota, 'places held by vacancy ' || hold.vacancy, hold.places::text, coalesce(vacancy.places - vacancy.taken, 0)::text
    from quota_allocation hold
    left join vacancy on vacancy.stage = 'published'
      and (hold_quota, hold_office, hold_reference) = (hold.quota, hold.office, hold.reference)
    where hold.of_vacancy and hold.status = 'allocated'
      and hold.places is distinct from coalesce(vacancy.places - vacancy.taken, 0)
    order by 1, 2
    limit 1000`.execute(db);
  return rows;
}
