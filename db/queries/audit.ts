import { sql } from 'kysely';
import type { Reader, Writer } from '../client.server.ts';
import { streamRows } from '../stream-rows.ts';

/** Writes an entry at the end of its chain. The chain is locked until the transaction ends. */
export async function insertAuditEntry(trx: Writer, chain: string, body: string): Promise<void> {
  await sql`select append_audit(${chain}, ${body})`.execute(trx);
}

type Sealed = { position: number; at: string; previous: string | null; hash: string };

/** As stored and hashed; `at` in whole microseconds since 1970, which a Date would cut. */
export type SealedEntry = Sealed & { chain: string; body: string };
export type SealedAnchor = Sealed & { heads: string };

const moment = sql<string>`trim_scale(extract(epoch from at) * 1000000)::text as at`;

/** Makes an anchor over the chains that grew since the last one; undefined where none did. */
export async function insertAuditAnchor(trx: Writer): Promise<Pick<SealedAnchor, 'position' | 'hash'> | undefined> {
  const { rows } = await sql<
    Pick<SealedAnchor, 'position' | 'hash'>
  >`select position, hash from anchor_audit()`.execute(trx);
  return rows[0];
}

export async function hasAuditAnchor(db: Reader, hash: string): Promise<boolean> {
  const found = await db.selectFrom('audit_anchor').select('hash').where('hash', '=', hash).executeTakeFirst();
  return found !== undefined;
}

/** Every entry, chain by chain. */
export const streamAuditEntries = (trx: Writer): AsyncGenerator<SealedEntry> =>
  streamRows(
    trx,
    'audit_entries',
    sql<SealedEntry>`
      select chain, position, ${moment}, body, previous, hash from audit_entry order by chain, position`,
  );

/** A chain as its row counts it, absent where it has none, and as its entries end. */
export type AuditChainEnds = {
  chain: string;
  length: number | null;
  head: string | null;
  last: number;
  lastHash: string | null;
};

export const streamAuditChains = (trx: Writer): AsyncGenerator<AuditChainEnds> =>
  streamRows(
    trx,
    'audit_chains',
    sql<AuditChainEnds>`
      select coalesce(counted.chain, found.chain) as chain, counted.length, counted.head, coalesce(last, 0) as last, ending.hash as "lastHash"
      from audit_chain counted
      full join (select chain, max(position) as last from audit_entry group by chain) found using (chain)
      left join audit_entry ending on ending.chain = found.chain and ending.position = last
      order by 1`,
  );

export const streamAuditAnchors = (trx: Writer): AsyncGenerator<SealedAnchor> =>
  streamRows(
    trx,
    'audit_anchors',
    sql<SealedAnchor>`select position, ${moment}, heads, previous, hash from audit_anchor order by position`,
  );

/** What an anchor saw of a chain; `found` is the hash that the entry has now, and where it is gone, `missing` the first that is. */
export type AnchoredHead = {
  anchor: number;
  chain: string;
  length: number;
  head: string;
  found: string | null;
  missing: number | null;
};

export const streamAnchoredHeads = (trx: Writer): AsyncGenerator<AnchoredHead> =>
  streamRows(
    trx,
    'audit_anchored_heads',
    sql<AnchoredHead>`
      select seen.anchor, seen.chain, seen.length, seen.head, entry.hash as found,
        case when entry.hash is null then 1 + (
          select coalesce(max(position), 0) from audit_entry before
          where before.chain = seen.chain and before.position < seen.length
        ) end as missing
      from audit_anchored seen
      left join audit_entry entry on entry.chain = seen.chain and entry.position = seen.length
      order by seen.anchor, seen.chain`,
  );
