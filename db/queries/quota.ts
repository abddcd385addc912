import { type RawBuilder, sql } from 'kysely';
import type { Quota } from '../../app/domain/documents/index.ts';
import type { Reader, Writer } from '../client.server.ts';

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

/** The quotas of these pathways with their state, the latest period first. */
export const quotasOf = (db: Reader, ...pathways: readonly string[]): Promise<QuotaWithState[]> =>
  read(db, sql<boolean>`quota.pathway = any(${[...pathways]})`);

/** Which quotas: of a pathway, of a state of destination, of which a day is between two days. */
export type QuotaFilter = {
  pathway?: string | undefined;
  destination?: string | undefined;
  between?: Days | undefined;
};
export type Days = { from: string; to: string };

const matching = ({ pathway, destination, between, ...rest }: QuotaFilter) => {
  rest satisfies Record<string, never>;
  return sql<boolean>`
    coalesce(quota.pathway = ${pathway ?? null}::text, true)
    and (${destination ?? null}::text is null or quota.pathway in (
      select document_id from edition where type = 'pathway' and body ->> 'destination' = ${destination ?? null}::text
    ))
    and coalesce(quota.period_from <= ${between?.to ?? null}::date, true)
    and coalesce(quota.period_to >= ${between?.from ?? null}::date, true)`;
};

/** A page of the quotas that match, the latest period first, and how many do. */
export async function listQuotas(
  db: Reader,
  filter: QuotaFilter,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ total: number; hits: QuotaWithState[] }> {
  const { rows } = await sql<{ id: string }>`
    select id from quota where ${matching(filter)} order by period_from desc, id`.execute(db);
  const ids = rows.slice((page - 1) * perPage, page * perPage).map(({ id }) => id);
  return { total: rows.length, hits: await read(db, sql<boolean>`quota.id = any(${ids})`) };
}

export async function findQuota(db: Reader, id: string): Promise<QuotaWithState | undefined> {
  const [quota] = await read(db, sql<boolean>`quota.id = ${id}`);
  return quota;
}

/** Whether the places of a row of `quota` count as its pathway's on a day: a top quota in force, and no target. */
export const counted = (on: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`quota.parent is null and quota.kind is distinct from 'target'
    and quota.period_from <= ${on}::date and coalesce(quota.period_to >= ${on}::date, true)`;

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
    where pathway = any(${[...pathways]}) and ${counted(sql`${on}`)}
    group by pathway`.execute(db);
  const left = new Map<string, number | null>(pathways.map((pathway) => [pathway, null]));
  for (const row of rows) left.set(row.pathway, row.left);
  return left;
}

/** Whose a quota is: its pathway, and the state where people work by it; undefined where there is no such quota. */
export async function findQuotaOwner(
  db: Reader,
  id: string,
): Promise<{ pathway: string; destination: string } | undefined> {
  const { rows } = await sql<{ pathway: string; destination: string }>`
    select quota.pathway, last.destination
    from quota cross join lateral (
      select body ->> 'destination' as destination from document_version
      where type = 'pathway' and document_id = quota.pathway order by version desc limit 1
    ) last
    where quota.id = ${id}`.execute(db);
  return rows[0];
}

/**
 * Nobody takes places from any quota of these pathways, nor from these quotas and those beside them, until the transaction ends; locked
 * as everybody locks them.
 */
export async function lockQuotas(
  trx: Writer,
  { pathways, quotas }: { pathways: readonly string[]; quotas: readonly string[] },
): Promise<void> {
  await sql`
    select from quota
    where pathway = any(${[...new Set(pathways)]})
      or pathway in (select pathway from quota where id = any(${[...new Set(quotas)]}))
    order by id for no key update`.execute(trx);
}
