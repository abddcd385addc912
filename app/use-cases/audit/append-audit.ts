import type { Writer } from '../../../db/client.server.ts';
import { insertAuditEntry } from '../../../db/queries/audit.ts';
import { type AuditEntry, bodyOf } from '../../domain/audit/entry.ts';

/**
 * Writes down an act in the transaction that does it. Others who write to the same chain wait until that ends: let it be the last thing
 * done there and, of several chains, always in the same order.
 */
export const appendAudit = (trx: Writer, entry: AuditEntry): Promise<void> =>
  insertAuditEntry(trx, entry.chain, bodyOf(entry));
