import { randomUUID } from 'node:crypto';
import type { AllocationRequest, Settlement } from '../../app/domain/quota/allocation.ts';
import { SETTLEMENTS } from '../../app/domain/quota/allocation.ts';
import type { Told } from './quota-history.ts';
import type { QuotaTree } from './quota-tree.ts';

type Refused = Extract<Told, { outcome: 'refused' }>;

/** How a client reaches the quotas. Either throws where it cannot be known what became of it. */
export type Door = {
  office: string;
  allocate(quota: string, request: AllocationRequest): Promise<'granted' | Pick<Refused, 'full'>>;
  /** Whether it is so now. */
  settle(quota: string, reference: string, how: Settlement): Promise<boolean>;
};

export type Turn = { tree: QuotaTree; acts: number; atMost: number };

const oneOf = <T>(all: readonly T[]): T => {
  const found = all[Math.floor(Math.random() * all.length)];
  if (found === undefined) throw new Error('one of none');
  return found;
};

const HOLD_MS = 150;

type Holding = { quota: string; request: AllocationRequest };

/**
 * One client who does so many things in a random order: takes places, some of them for a moment only, asks for the same again, gives
 * back and takes up what it holds; everything it was told.
 */
export async function beClient(door: Door, { tree, acts, atMost }: Turn): Promise<Told[]> {
  const told: Told[] = [];
  const holding: Holding[] = [];
  const { office } = door;
  const take = async (quota: string, request: AllocationRequest) => {
    const { reference, places } = request;
    const answer = await door.allocate(quota, request);
    const named = { quota, office, reference };
    told.push(
      answer === 'granted' ? { ...named, outcome: 'granted', places } : { ...named, outcome: 'refused', ...answer },
    );
    if (answer === 'granted') holding.push({ quota, request });
  };
  const settle = async (how: Settlement) => {
    const { quota, request } = oneOf(holding);
    const { reference } = request;
    if (await door.settle(quota, reference, how))
      told.push({ quota, office, reference, outcome: 'settled', status: SETTLEMENTS[how] });
  };
  for (let act = 0; act < acts; act++) {
    const chance = Math.random();
    if (holding.length > 0 && chance < 0.25) await settle('release');
    else if (holding.length > 0 && chance < 0.4) await settle('take-up');
    else if (holding.length > 0 && chance < 0.5) {
      const { quota, request } = oneOf(holding);
      await take(quota, request);
    } else {
      const expiresAt = new Date(Date.now() + HOLD_MS).toISOString();
      const quota = oneOf([tree.top, ...tree.middles, ...tree.leaves, ...tree.leaves]);
      const places = 1 + Math.floor(Math.random() * atMost);
      await take(quota, { places, reference: randomUUID(), ...(chance > 0.85 && { expiresAt }) });
    }
  }
  return told;
}
