import * as z from 'zod';

/** Has a search tell how long it took to the microsecond: otherwise that is told in whole milliseconds, rounded down. */
export const TELLING = { showPerformanceDetails: true };

/** `performanceDetails`: by what was done, a number and its unit; `search` is all of it. */
const Told = z.object({ results: z.array(z.object({ performanceDetails: z.object({ search: z.string() }) })) });

const MS: Readonly<Record<string, number>> = { s: 1_000, ms: 1, µs: 1e-3, ns: 1e-6 };

function milliseconds(text: string): number {
  const [, amount, unit = ''] = /^([\d.]+)(\D+)$/.exec(text) ?? [];
  const each = MS[unit];
  if (amount === undefined || each === undefined) throw new Error(`Meilisearch tells a time as «${text}»`);
  return Number(amount) * each;
}

/** What searches took, in milliseconds; of those that came in one request each is told with those before it: the longest is all of them. */
export const toldIn = (answer: unknown): number =>
  Math.max(0, ...Told.parse(answer).results.map(({ performanceDetails: { search } }) => milliseconds(search)));
