import type { TaskList } from 'graphile-worker';
import type { Db } from '../../../db/client.server.ts';
import { lapsedHolds, settleAllocation } from '../../../db/queries/quota-ledger.ts';
import { SYSTEM } from '../../domain/people/who.ts';
import { sealedFor } from './hand.ts';

/** The job that gives back the places of holds that nobody took up in time. */
const EXPIRE_HOLDS = 'expire-quota-holds';

/** As many as one run gives back before it looks again. */
const BATCH = 500;

/** Gives them back one by one, each in a transaction of its own; how many. */
export async function expireHolds(db: Db): Promise<number> {
  let expired = 0;
  for (let holds = await lapsedHolds(db, BATCH); holds.length > 0; holds = await lapsedHolds(db, BATCH)) {
    for (const hold of holds) {
      const { reference, office } = hold;
      const audit = sealedFor(SYSTEM, hold.quota, { action: 'expire-places', after: { reference, office } });
      const hand = { office: 'system', who: 'system' };
      const { outcome } = await settleAllocation(db, hold, { to: 'expired', why: null, hand, audit });
      expired += outcome === 'settled' ? 1 : 0;
    }
    if (holds.length < BATCH) break;
  }
  return expired;
}

/** The job, for the job runner. */
export const expiring = (db: Db): TaskList => ({ [EXPIRE_HOLDS]: async () => void (await expireHolds(db)) });
