import { sql } from 'kysely';
import type { Db, Writer } from '../../../db/client.server.ts';
import {
  type AuditChainEnds,
  type SealedAnchor,
  type SealedEntry,
  streamAnchoredHeads,
  streamAuditAnchors,
  streamAuditChains,
  streamAuditEntries,
} from '../../../db/queries/audit.ts';
import { faultOfEnd, faultOfLink, type LinkFault } from '../../domain/audit/link.ts';
import { digestOfHeads, hashOfAnchor, hashOfEntry } from './hash.ts';

/** `head`: not the entry that its chain ends with; `rewritten`: not the one that an anchor saw. */
export type BrokenEntry = {
  chain: string;
  position: number;
  fault: LinkFault['fault'] | 'head' | 'rewritten';
  /** The anchor that saw another, or saw it there. */
  anchor?: number;
};

/** `heads`: what it is said to have seen is not what it was made of. */
export type BrokenAnchor = { position: number; fault: LinkFault['fault'] | 'heads' };

export type AuditReport = {
  entries: number;
  chains: number;
  /** The first broken entry of each chain that has one. */
  broken: BrokenEntry[];
  brokenAnchor: BrokenAnchor | undefined;
  newestAnchor: SealedAnchor | undefined;
};

type Note = (broken: BrokenEntry) => void;

/** Of each chain the first broken entry, and of what is wrong with that the first that was found. */
function firstOfEach(): { note: Note; all(): BrokenEntry[] } {
  const first = new Map<string, BrokenEntry>();
  const note: Note = (broken) => {
    if (broken.position < (first.get(broken.chain)?.position ?? Number.POSITIVE_INFINITY))
      first.set(broken.chain, broken);
  };
  return { note, all: () => [...first.values()] };
}

async function verifyEntries(trx: Writer, note: Note): Promise<number> {
  let count = 0;
  let before: SealedEntry | undefined;
  let lost: string | undefined; // the chain whose first fault was found
  for await (const entry of streamAuditEntries(trx)) {
    count += 1;
    if (entry.chain === lost) continue;
    const broken = faultOfLink(before?.chain === entry.chain ? before : undefined, entry, hashOfEntry(entry));
    if (broken) {
      note({ chain: entry.chain, ...broken });
      lost = entry.chain;
    }
    before = entry;
  }
  return count;
}

const countedEnd = ({ length, head }: AuditChainEnds) => ({ length: length ?? 0, head });
const foundEnd = ({ last, lastHash }: AuditChainEnds) => ({ length: last, head: lastHash });

async function verifyEnds(trx: Writer, note: Note): Promise<number> {
  let count = 0;
  for await (const ends of streamAuditChains(trx)) {
    count += 1;
    const broken = faultOfEnd(countedEnd(ends), foundEnd(ends));
    if (broken) note({ chain: ends.chain, ...broken });
  }
  return count;
}

/** Compares what the anchors saw with what is there; the digest of what each saw. */
async function verifyHeads(trx: Writer, note: Note): Promise<Map<number, string>> {
  const digests = new Map<number, string>();
  let open: { anchor: number; digest: ReturnType<typeof digestOfHeads> } | undefined;
  const close = () => open && digests.set(open.anchor, open.digest.end());
  for await (const { anchor, chain, length, head, found, missing } of streamAnchoredHeads(trx)) {
    if (open?.anchor !== anchor) {
      close();
      open = { anchor, digest: digestOfHeads() };
    }
    open.digest.add({ chain, length, head });
    if (missing !== null) note({ chain, position: missing, fault: 'missing', anchor });
    else if (found !== head) note({ chain, position: length, fault: 'rewritten', anchor });
  }
  close();
  return digests;
}

/** `digests` are those of the heads that are there for each anchor. */
async function verifyAnchors(
  trx: Writer,
  digests: Map<number, string>,
): Promise<Pick<AuditReport, 'brokenAnchor' | 'newestAnchor'>> {
  let brokenAnchor: BrokenAnchor | undefined;
  let before: SealedAnchor | undefined;
  for await (const anchor of streamAuditAnchors(trx)) {
    const { position } = anchor;
    brokenAnchor ??= faultOfLink(before, anchor, hashOfAnchor(anchor));
    if (digests.get(position) !== anchor.heads) brokenAnchor ??= { position, fault: 'heads' };
    digests.delete(position);
    before = anchor;
  }
  const [position] = digests.keys(); // heads without their anchor
  if (position !== undefined) brokenAnchor ??= { position, fault: 'missing' };
  return { brokenAnchor, newestAnchor: before };
}

/**
 * Reads the whole audit and computes every hash anew: each entry, each chain from its first entry to its end, the anchors, and what they
 * saw. It finds whatever was altered, deleted, swapped, inserted or cut; what was cut or written anew after the newest anchor, and counted
 * anew as well, nobody can find; nor a database whose anchors were all made anew, but by an anchor's hash noted elsewhere.
 */
export async function verifyAudit(trx: Writer): Promise<AuditReport> {
  const { note, all } = firstOfEach();
  const entries = await verifyEntries(trx, note);
  const chains = await verifyEnds(trx, note);
  const anchors = await verifyAnchors(trx, await verifyHeads(trx, note));
  return { entries, chains, broken: all(), ...anchors };
}

/** The audit as it stands at one moment, however long reading it takes. */
export const verifyAuditNow = (db: Db): Promise<AuditReport> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx);
      return verifyAudit(trx);
    });
