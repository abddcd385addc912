import { sql } from 'kysely';
import type { Quota } from '../../app/domain/documents/index.ts';
import type { Reader } from '../client.server.ts';

export type QuotaState = {
  /** Granted and neither released nor expired, taken up or not. */
  allocated: number;
  /** Taken up, of the allocated. */
  used: number;
  /** The smallest places − allocated here and on every quota above. */
  remaining: number;
};
export type QuotaWithState = Quota & QuotaState;

type Row = QuotaState & { document: Quota };

async function read(db: Reader, which: ReturnType<typeof sql<boolean>>): Promise<QuotaWithState[]> {
  const { rows } = await sql<Row>`
    with recursive up as (
      select id, parent, places - allocated as free from quota where ${which}
      union all
      select up.id, above.parent, above.places - above.allocated from up join quota above on above.id = up.parent
    )
    select version.body as document, quota.allocated, quota.used, (select min(free) from up where up.id = quota.id) as remaining
    from quota join document_version version on version.id = quota.version_id
    where ${which}
    order by quota.period_from desc, quota.id`.execute(db);
  return rows.map(({ document, ...state }) => ({ ...document, ...state }));
}

/** A pathway's quotas with their state, the latest period first. */
export const quotasOf = (db: Reader, pathway: string): Promise<QuotaWithState[]> =>
  read(db, sql<boolean>`quota.pathway = ${pathway}`);

export async function findQuota(db: Reader, id: string): Promise<QuotaWithState | undefined> {
  const [quota] = await read(db, sql<boolean>`quota.id = ${id}`);
  return quota;
}

/**
 * Places left per pathway: what remains of its top quotas in force on the day, targets aside. A pathway without one has no entry's
 * number but null: nobody published a number.
 */
export async function placesLeft(
  db: Reader,
  pathways: readonly string[],
  on: string,
): Promise<Map<string, number | null>> {
  const { rows } = await sql<{ pathway: string; left: number }>`
    select pathway, sum(places - allocated)::bigint as left
    from quota
    where pathway = any(${[...pathways]}) and parent is null and kind is distinct from 'target'
      and period_from <= ${on}::date and coalesce(period_to >= ${on}::date, true)
    group by pathway`.execute(db);
  const left = new Map<string, number | null>(pathways.map((pathway) => [pathway, null]));
  for (const row of rows) left.set(row.pathway, row.left);
  return left;
}
