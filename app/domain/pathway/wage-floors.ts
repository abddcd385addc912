import type { WageFloor } from '../documents/index.ts';

/** Where a wage floor stands on a day: in force, replaced by a later one, or still to come. */
export type FloorState = 'in-force' | 'replaced' | 'to-come';

const scopeOf = ({ per, when }: WageFloor) => `${per} ${JSON.stringify(when ?? null)}`;

/** Of wage floors with equal `when` and `per` the latest `from` in force holds (documents.md, «Pathway»). */
export function floorStates(floors: readonly WageFloor[], on: string): { floor: WageFloor; state: FloorState }[] {
  const latest = new Map<string, string>();
  for (const floor of floors) {
    const known = latest.get(scopeOf(floor));
    if (floor.from <= on && (known === undefined || floor.from > known)) latest.set(scopeOf(floor), floor.from);
  }
  return floors.map((floor) => {
    if (floor.from > on) return { floor, state: 'to-come' };
    return { floor, state: latest.get(scopeOf(floor)) === floor.from ? 'in-force' : 'replaced' };
  });
}
