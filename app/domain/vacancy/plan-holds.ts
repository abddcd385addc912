import type { Vacancy } from '../documents/index.ts';
import { grouped } from '../grouped.ts';
import type { Flaw } from './flaw.ts';
import { type Allotted, quotaToHold } from './quota-to-hold.ts';

/** A published vacancy, and how many of its places are filled: it holds the others. */
export type Holder = { vacancy: Vacancy; taken: number };

/** Places of a quota. */
type Part = { quota: string; places: number };

/** Places that work which begins in the past takes are those of today. */
export const dayOfPlaces = ({ startOn }: Vacancy, on: string) => (startOn !== undefined && startOn > on ? startOn : on);

/** Takes places off the quotas that they were allocated from, as if they had been given back already. */
function giveBack(quotas: ReadonlyMap<string, Allotted>, given: readonly Part[]): void {
  for (const { quota, places } of given)
    for (let at = quotas.get(quota); at; at = at.parent === undefined ? undefined : quotas.get(at.parent))
      at.allocated -= places;
}

/**
 * Which places each vacancy is to hold, one after the other, once those given back are; one whose pathway has no quota for it is not among
 * them. A flaw for each whose quota has too few.
 */
export function planHolds(
  holders: readonly Holder[],
  { quotas, givenBack, on }: { quotas: readonly Allotted[]; givenBack: readonly Part[]; on: string },
): { wanted: ReadonlyMap<string, Part>; flaws: ReadonlyMap<string, Flaw> } {
  const open = new Map(quotas.map((quota) => [quota.id, { ...quota }]));
  giveBack(open, givenBack);
  const under = grouped(open.values(), ({ pathway }) => pathway);
  const wanted = new Map<string, Part>();
  const flaws = new Map<string, Flaw>();
  for (const { vacancy, taken } of holders) {
    const { id, pathway, occupation, sector } = vacancy;
    const places = vacancy.places - taken;
    const found = quotaToHold({ occupation, sector, places }, under.get(pathway) ?? [], dayOfPlaces(vacancy, on));
    if (!found) continue;
    const { quota, way, remaining } = found;
    if (remaining < places)
      flaws.set(id, { path: '/places', why: 'no-places', quota: quota.id, remaining: taken + Math.max(0, remaining) });
    else {
      wanted.set(id, { quota: quota.id, places });
      for (const one of way) one.allocated += places;
    }
  }
  return { wanted, flaws };
}
