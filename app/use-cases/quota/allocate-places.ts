import type { Reader } from '../../../db/client.server.ts';
import { findEdition } from '../../../db/queries/edition.ts';
import { findQuotaOwner } from '../../../db/queries/quota.ts';
import { type Granted, grantPlaces, type PlaceOf } from '../../../db/queries/quota-ledger.ts';
import { officeOf } from '../../domain/people/office.ts';
import { may, relationOf } from '../../domain/people/permission.ts';
import type { Who } from '../../domain/people/who.ts';
import type { AllocationRequest } from '../../domain/quota/allocation.ts';
import { handOf, sealedFor } from './hand.ts';

/**
 * Granted, the same request again, or why not. `forbidden`: the quota is not for them to give; `no-vacancy`: none is published under that
 * id; `not-their-vacancy`: it is another employer's.
 */
export type Allocated = Granted | { outcome: 'forbidden' | 'no-vacancy' | 'not-their-vacancy' };

type Asked = { quota: string; request: AllocationRequest; on: string };

const isEmployer = (who: Who) => 'role' in who && who.role === 'employer';

/** What the places are for, by the vacancy that is named. */
async function placeOf(
  db: Reader,
  who: Who,
  { request: { vacancy: id, origin }, on }: Asked,
): Promise<PlaceOf | Allocated> {
  const from = origin === undefined ? {} : { origin };
  if (id === undefined) return from;
  const vacancy = (await findEdition(db, 'vacancy', id, on))?.document;
  if (!vacancy) return { outcome: 'no-vacancy' };
  if (isEmployer(who) && vacancy.employer !== officeOf(who)) return { outcome: 'not-their-vacancy' };
  const { pathway, sector, occupation } = vacancy;
  return { ...from, pathway, sector, occupation };
}

/**
 * Takes places from a quota and every quota above it, or from none. A request under the same reference of the same office is granted once,
 * however often it comes. `on`: the day on which the quotas have to be in force.
 */
export async function allocatePlaces(db: Reader, who: Who, asked: Asked): Promise<Allocated> {
  const { quota, request, on } = asked;
  const owner = await findQuotaOwner(db, quota);
  if (!owner) return { outcome: 'missing' };
  const relation = relationOf(who, isEmployer(who) ? { organisation: officeOf(who) } : { state: owner.destination });
  if (!may(who, 'allocate-places', relation)) return { outcome: 'forbidden' };
  const of = await placeOf(db, who, asked);
  if ('outcome' in of) return of;
  const { places, reference, vacancy, why } = request;
  const after = { places, reference, ...(vacancy && { vacancy }) };
  const audit = sealedFor(who, quota, { action: 'allocate-places', after, ...(why && { why }) });
  return grantPlaces(db, quota, { request, of, hand: handOf(who), audit, on });
}
