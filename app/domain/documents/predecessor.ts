/** A version as far as it decides which one it follows. */
type Recorded = { version: number; effectiveFrom: string | null };

const later = <V extends Recorded>(a: V | undefined, b: V): V => (a === undefined || b.version > a.version ? b : a);

/**
 * The version that a version takes over from: the one that it corrects (the last with the same first day), else the last of those in
 * effect before its day, else the last of all. Undefined for a first version.
 */
export function predecessorOf<V extends Recorded>(version: Recorded, all: readonly V[]): V | undefined {
  const earlier = all.filter((one) => one.version < version.version);
  const [day, from] = [version.effectiveFrom ?? '', (one: V) => one.effectiveFrom ?? ''];
  const before = earlier.filter((one) => from(one) <= day).map(from);
  const nearest = before.toSorted().at(-1);
  const candidates = nearest === undefined ? earlier : earlier.filter((one) => from(one) === nearest);
  return candidates.reduce<V | undefined>(later, undefined);
}
