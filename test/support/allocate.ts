import { randomUUID } from 'node:crypto';
import type { Who } from '../../app/domain/people/who.ts';
import { allocatePlaces } from '../../app/use-cases/quota/allocate-places.ts';
import { settlePlaces } from '../../app/use-cases/quota/settle-allocation.ts';
import type { Db } from '../../db/client.server.ts';

const officeOf = (state: string): Who => ({ kind: 'token', token: randomUUID(), role: 'destination-ministry', state });

/** Allocates places of a quota as the ministry of a state does today; gives the way to release them again. */
export async function allocate(
  db: Db,
  { quota, places, state = 'DE' }: { quota: string; places: number; state?: string },
): Promise<{ release(): Promise<void> }> {
  const [who, reference] = [officeOf(state), randomUUID()];
  const on = new Date().toISOString().slice(0, 10);
  const { outcome } = await allocatePlaces(db, who, { quota, request: { places, reference }, on });
  if (outcome !== 'allocated') throw new Error(`${places} places of ${quota}: ${outcome}`);
  return {
    release: async () => {
      await settlePlaces(db, who, { quota, reference, how: 'release', office: undefined, why: undefined });
    },
  };
}
