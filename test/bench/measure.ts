/** One line of a benchmark's result. */
export type Row = { name: string; value: number; unit: string };

const WARM_UP = 5;

/** Milliseconds of each run, one after the other, after some that are not counted. */
export async function timesOf(runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let run = -WARM_UP; run < runs; run++) {
    const began = performance.now();
    await work(run < 0 ? run + WARM_UP : run);
    if (run >= 0) times.push(performance.now() - began);
  }
  return times;
}

/** The time that this share of the runs kept to: 0.5 is the middle one. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

export const row = (name: string, value: number, unit: string): Row => ({ name, value: rounded(value), unit });

export const printRows = (rows: readonly Row[]): void => {
  for (const { name, value, unit } of rows) process.stdout.write(`${name}: ${value} ${unit}\n`);
};
