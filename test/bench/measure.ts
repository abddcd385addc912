import { isDeepStrictEqual } from 'node:util';

/** One line of the table: what was measured, and what is aimed at. */
export type Row = {
  what: string;
  value: number;
  unit: 'ms' | 'times' | 'a second' | 'MB' | 'MRR';
  goal?: string;
  isFailed?: boolean;
};

/** The time or rate that this share of the runs kept to: 0.5 is the middle one. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What every round found for ours and for its peer, turn by turn, so that whatever else the machine does meets both; the first round only warms up. */
export async function inTurns(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<{ ours: number[]; peer: number[] }> {
  const found = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [await ours(), await peer()];
    if (round === 0) continue;
    found.ours.push(a);
    found.peer.push(b);
  }
  return found;
}

/** A comparison means something only where both do the same. */
export function assertSame(what: string, ours: unknown, peer: unknown): void {
  if (!isDeepStrictEqual(ours, peer)) throw new Error(`${what}: ours and its peer answer differently`);
}
