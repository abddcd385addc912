import { isObject } from './json.ts';
import { type Fault, type Path, shown } from './problem.ts';

/** Refuses an id that an earlier entry of the same list has; `path` is where the list stands. */
export function* inspectUniqueIds(list: readonly unknown[], path: Path): Generator<Fault> {
  const seen = new Map<string, number>();
  for (const [index, entry] of list.entries()) {
    const id = isObject(entry) ? entry['id'] : undefined;
    if (typeof id !== 'string') continue;
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else yield taken(id, `entry ${first} of this list`, [...path, index, 'id']);
  }
}

/** The fault of an id at `path` that an earlier one has. */
export function taken(id: string, earlier: string, path: Path): Fault {
  return { path, message: `the id ${shown(id)} is already that of ${earlier}`, expected: 'an id not used before' };
}

/** The ids that a list gives, as far as its entries have one. */
export function idsOf(list: readonly unknown[]): ReadonlySet<string> {
  return new Set(
    list.map((entry) => (isObject(entry) ? entry['id'] : undefined)).filter((id) => typeof id === 'string'),
  );
}
