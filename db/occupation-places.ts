/** A concept and a weight of 0–1, half of 32 bits each. */
type Place = { concept: number; weight: number };

const FINEST = 0xffff;

/** Room for a sum for each concept there can be. */
export const placeSums = (): Float64Array => new Float64Array(FINEST + 1);

export function packPlaces(places: readonly Place[]): Buffer {
  const packed = Buffer.alloc(4 * places.length);
  for (const [at, { concept, weight }] of places.entries()) {
    packed.writeUInt16LE(concept, 4 * at);
    packed.writeUInt16LE(Math.min(FINEST, Math.round(weight * FINEST)), 4 * at + 2);
  }
  return packed;
}

/** Adds each concept's weight, times `by`, to what it has so far. */
export function addPlaces(packed: Buffer, by: number, sums: Float64Array): void {
  for (let at = 0; at < packed.length; at += 4) {
    const concept = packed.readUInt16LE(at);
    sums[concept] = (sums[concept] ?? 0) + (by * packed.readUInt16LE(at + 2)) / FINEST;
  }
}

/** The concepts with the highest sums, the highest first. */
export function highest(sums: Float64Array, most: number): number[] {
  const found: { concept: number; sum: number }[] = [];
  for (let concept = 0; concept < sums.length; concept++) {
    const sum = sums[concept] ?? 0;
    if (sum > 0) found.push({ concept, sum });
  }
  return found
    .sort((one, other) => other.sum - one.sum)
    .slice(0, most)
    .map(({ concept }) => concept);
}
