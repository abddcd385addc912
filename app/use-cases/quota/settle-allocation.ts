import type { Reader } from '../../../db/client.server.ts';
import { findQuotaOwner } from '../../../db/queries/quota.ts';
import {
  type Allocation,
  allocationsUnder,
  correctAllocation,
  type Settled,
  settleAllocation,
} from '../../../db/queries/quota-ledger.ts';
import { type Action, may, mayAtAll, relationOf } from '../../domain/people/permission.ts';
import type { Who } from '../../domain/people/who.ts';
import { SETTLEMENTS, type Settlement } from '../../domain/quota/allocation.ts';
import { recorderOf } from '../publishing/recorder.ts';
import { handOf, sealedFor } from './hand.ts';

/**
 * `several`: offices that hold an allocation under this reference, of which one has to be named; `of-vacancy`: it is what a vacancy holds,
 * and moves with that alone.
 */
export type Moved = Settled | { outcome: 'several'; offices: readonly string[] } | { outcome: 'of-vacancy' };

/** Which allocation is meant: `office` absent, the own one, else the only one that there is. */
export type Meant = { quota: string; reference: string; office: string | undefined };

/** The allocation under a reference that somebody may do this to, or why there is none: another's is none. */
async function findMeant(db: Reader, who: Who, action: Action, meant: Meant): Promise<Allocation | Moved> {
  const owner = await findQuotaOwner(db, meant.quota);
  if (!owner) return { outcome: 'missing' };
  const all = await allocationsUnder(db, meant.quota, meant.reference);
  const theirs = all.filter(({ office }) =>
    may(who, action, relationOf(who, { organisation: office, state: owner.destination })),
  );
  const own = theirs.find(({ office }) => office === (meant.office ?? recorderOf(who)));
  const [first, second] = meant.office === undefined ? theirs : [];
  if (own) return own;
  if (first && second) return { outcome: 'several', offices: theirs.map(({ office }) => office) };
  return first ?? { outcome: 'missing' };
}

/**
 * Whether somebody cannot move an allocation: places that a vacancy holds go back when it ends, and are taken up when they are filled.
 * Those that were filled may still be given back by the state, not by the employer.
 */
const isBound = ({ ofVacancy, status }: Allocation, who: Who): boolean =>
  ofVacancy && (status === 'allocated' || (status === 'taken-up' && !mayAtAll(who, 'correct-allocation')));

/** Gives places back, or says that they were taken up; done before it changes nothing. */
export async function settlePlaces(
  db: Reader,
  who: Who,
  { how, why, ...meant }: Meant & { how: Settlement; why: string | undefined },
): Promise<Moved> {
  const found = await findMeant(db, who, 'settle-places', meant);
  if ('outcome' in found) return found;
  if (isBound(found, who)) return { outcome: 'of-vacancy' };
  const { reference, places, office } = found;
  const after = { reference, places, office, status: SETTLEMENTS[how] };
  const audit = sealedFor(who, meant.quota, { action: 'settle-places', after, ...(why && { why }) });
  return settleAllocation(db, found, { to: SETTLEMENTS[how], why: why ?? null, hand: handOf(who), audit });
}

/** Sets how many places an allocation holds, where that was recorded wrongly. */
export async function correctPlaces(
  db: Reader,
  who: Who,
  { places, why, ...meant }: Meant & { places: number; why: string },
): Promise<Moved> {
  const found = await findMeant(db, who, 'correct-allocation', meant);
  if ('outcome' in found) return found;
  if (isBound(found, who)) return { outcome: 'of-vacancy' };
  const { reference, office } = found;
  const change = { before: { places: found.places }, after: { reference, office, places } };
  const audit = sealedFor(who, meant.quota, { action: 'correct-allocation', ...change, why });
  return correctAllocation(db, found, { places, why, hand: handOf(who), audit });
}
