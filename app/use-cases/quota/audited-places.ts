import { createHash } from 'node:crypto';

type Places = { reference: string; places: number };

/** What an audit entry says of allocations: of one all, of many their sum and a digest over a line for each, in their order. */
export function auditedPlaces(all: readonly Places[], status?: 'released'): object {
  const [first] = all;
  const more = status && { status };
  if (first && all.length === 1) return { ...first, ...more };
  const digest = createHash('sha256');
  for (const { reference, places } of all) digest.update(`${reference} ${places}\n`);
  const places = all.reduce((sum, one) => sum + one.places, 0);
  return { ...{ allocations: all.length, places, digest: digest.digest('hex') }, ...more };
}
