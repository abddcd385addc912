import type { Hand, Sealed } from '../../../db/queries/quota-ledger.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import { type AuditEntry, bodyOf } from '../../domain/audit/entry.ts';
import { actorOf, type Who } from '../../domain/people/who.ts';
import { recorderOf } from '../publishing/recorder.ts';

/** In whose name somebody writes into a ledger. */
export const handOf = (who: Who): Hand => ({ office: recorderOf(who), who: actorOf(who) });

/** The audit entry of what somebody does to a quota's places, to be written by the statement that does it. */
export function sealedFor(
  who: Who,
  quota: string,
  entry: Pick<AuditEntry, 'action' | 'before' | 'after' | 'why'>,
): Sealed {
  const chain = chainOf(who);
  return { chain, body: bodyOf({ chain, who, object: { type: 'quota', id: quota }, ...entry }) };
}
