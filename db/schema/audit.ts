import type { ColumnType } from 'kysely';

/** Made by PostgreSQL of what is written. */
type Made<T> = ColumnType<T, never, never>;

/** Every act that changed something, written by `append_audit` only; rows are never changed or deleted. */
export type AuditEntryTable = {
  chain: Made<string>;
  /** 1, 2, 3 … within the chain. */
  position: Made<number>;
  at: Made<Date>;
  /** JSON as it was hashed, to the letter. */
  body: Made<string>;
  /** The hash of the entry before. */
  previous: Made<string | null>;
  hash: Made<string>;
  /** The account, the token or, of neither, the kind of who acted. */
  actor: Made<string>;
  for_whom: Made<string | null>;
  action: Made<string>;
  object_type: Made<string>;
  object_id: Made<string>;
};

/** How long each chain is, and the hash of its last entry. */
export type AuditChainTable = { chain: Made<string>; length: Made<number>; head: Made<string | null> };

/** Now and then, what all chains had come to: `heads` is the digest of the rows of `audit_anchored`. */
export type AuditAnchorTable = {
  position: Made<number>;
  at: Made<Date>;
  heads: Made<string>;
  previous: Made<string | null>;
  hash: Made<string>;
};

/** What an anchor saw of a chain that had grown. */
export type AuditAnchoredTable = {
  anchor: Made<number>;
  chain: Made<string>;
  length: Made<number>;
  head: Made<string>;
};
