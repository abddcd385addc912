import type { Writer } from '../../../db/client.server.ts';
import { releaseAll, takeUpPart } from '../../../db/queries/quota-hold.ts';
import { settleAllocation } from '../../../db/queries/quota-ledger.ts';
import type { Hold } from '../../../db/queries/vacancy-hold.ts';
import { grouped } from '../../domain/grouped.ts';
import type { Who } from '../../domain/people/who.ts';
import { auditedPlaces } from '../quota/audited-places.ts';
import { handOf, sealedFor } from '../quota/hand.ts';

type Acting = { trx: Writer; who: Who };

/** Gives back what vacancies hold. */
export async function releaseHolds({ trx, who }: Acting, holds: readonly Hold[], why: string): Promise<void> {
  for (const [quota, all] of grouped(holds, (hold) => hold.quota)) {
    const after = auditedPlaces(
      all.map(({ office, reference, places }) => ({ office, reference, places })),
      'released',
    );
    const audit = sealedFor(who, quota, { action: 'settle-places', after, why });
    await releaseAll(trx, quota, all, { why, hand: handOf(who), audit });
  }
}

/** Says that places which a vacancy holds were filled: all of them, or some, which are called by how many are filled by now. */
export async function takeUpHold({ trx, who }: Acting, hold: Hold, { count, taken }: { count: number; taken: number }) {
  const { quota, office, reference } = hold;
  const hand = handOf(who);
  const places = Math.min(count, hold.places);
  const audit = sealedFor(who, quota, {
    ...{ action: 'settle-places', after: { reference, places, office, status: 'taken-up' } },
  });
  if (places === hold.places) await settleAllocation(trx, hold, { to: 'taken-up', why: null, hand, audit });
  else {
    const why = 'so many of its places were filled';
    await takeUpPart(trx, hold, { as: `${reference}-filled-${taken}`, places, why, hand, audit });
  }
}
