import type pg from 'pg';
import type { AllocationRequest } from '../../../app/domain/quota/allocation.ts';
import { type Connection, connect } from '../../../db/client.server.ts';
import type { Hand, Sealed } from '../../../db/queries/quota-ledger.ts';

/*
 * The way quotas are usually kept from being oversold: a transaction that the client leads, step by step, with the rows locked meanwhile.
 * Tables, checks, keys and indexes are ours; nothing in the database does its work for it but the audit.
 */

const PEER_SCHEMA = 'peer';

const LAY_PEER = `
  create schema ${PEER_SCHEMA};
  create table ${PEER_SCHEMA}.quota (like public.quota including all);
  create table ${PEER_SCHEMA}.quota_allocation (like public.quota_allocation including all, foreign key (quota) references ${PEER_SCHEMA}.quota);
  create table ${PEER_SCHEMA}.quota_entry (
    like public.quota_entry including all,
    foreign key (quota) references ${PEER_SCHEMA}.quota,
    foreign key (asked_of) references ${PEER_SCHEMA}.quota,
    foreign key (allocation) references ${PEER_SCHEMA}.quota_allocation
  );`;

/** So many connections that find the peer's tables where they look for ours. */
export async function connectPeer(url: string, max: number): Promise<Connection> {
  const beside = new URL(url);
  beside.searchParams.set('options', `-c search_path=${PEER_SCHEMA},public`);
  const connection = connect(beside.href, () => undefined, { max });
  const { rowCount } = await connection.pool.query('select from pg_namespace where nspname = $1', [PEER_SCHEMA]);
  if (!rowCount) await connection.pool.query(LAY_PEER);
  return connection;
}

/** The quotas of ours under the same ids, with nothing allocated yet. */
export async function copyToPeer(pool: pg.Pool, ids: readonly string[]): Promise<void> {
  for (const [table, key] of [
    ['quota', 'id'],
    ['quota_entry', 'quota'],
  ] as const)
    await pool.query(`insert into ${table} select * from public.${table} where ${key} = any($1)`, [ids]);
}

const LOCK = `
  with recursive up as (
    select id, parent from quota where id = $1
    union all
    select above.id, above.parent from up join quota above on above.id = up.parent
  )
  select id, places, allocated, used, entries, period_from, period_to
  from quota where id in (select id from up) order by id for update`;

const FIND = 'select request from quota_allocation where quota = $1 and office = $2 and reference = $3';

const TAKE = 'update quota set allocated = allocated + $2, entries = entries + 1 where id = any($1)';

const WRITE = `
  insert into quota_allocation (quota, office, reference, places, request) values ($1, $2, $3, $4, $5) returning id`;

const ENTER = `
  insert into quota_entry (
    quota, position, kind, at, allocated, places_after, allocated_after, used_after, asked_of, allocation, office, who
  )
  select id, position, 'allocated', clock_timestamp(), $5, places, allocated, used, $6, $7, $8, $9
  from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $10::bigint[]) as one (id, position, places, allocated, used)`;

type Level = {
  id: string;
  places: number;
  allocated: number;
  used: number;
  entries: number;
  period_from: string;
  period_to: string | null;
};
type Asked = { quota: string; request: AllocationRequest; hand: Hand; audit: Sealed; on: string };

async function inTransaction(
  client: pg.PoolClient,
  { quota, request, hand, audit, on }: Asked,
): Promise<number | 'granted'> {
  const { rows: levels } = await client.query<Level>(LOCK, [quota]);
  const before = await client.query(FIND, [quota, hand.office, request.reference]);
  if (before.rowCount) throw new Error('this peer is asked for nothing twice');
  if (levels.some(({ period_from, period_to }) => period_from > on || (period_to ?? on) < on))
    throw new Error('this peer is asked for nothing out of its period');
  const remaining = Math.min(...levels.map(({ places, allocated }) => places - allocated));
  if (remaining < request.places) return remaining;
  const ids = levels.map(({ id }) => id);
  await client.query(TAKE, [ids, request.places]);
  const { rows } = await client.query<{ id: number }>(WRITE, [
    ...[quota, hand.office, request.reference, request.places, JSON.stringify(request)],
  ]);
  await client.query(ENTER, [
    ...[ids, levels.map(({ entries }) => entries + 1), levels.map(({ places }) => places)],
    ...[levels.map(({ allocated }) => allocated + request.places), request.places, quota, rows[0]?.id],
    ...[hand.office, hand.who, levels.map(({ used }) => used)],
  ]);
  await client.query('select append_audit($1, $2)', [audit.chain, audit.body]);
  return 'granted';
}

/** Takes places from a quota and all above it; how many there are where they are too few. */
export async function takeForUpdate(pool: pg.Pool, asked: Asked): Promise<number | 'granted'> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const answer = await inTransaction(client, asked);
    await client.query(answer === 'granted' ? 'commit' : 'rollback');
    return answer;
  } finally {
    client.release();
  }
}
