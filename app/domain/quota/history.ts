import type { Quota } from '../documents/quota.ts';

/** A quota, and what an office reported of the people who came under it. */
export type Past<Q, I> = { quota: Q; intake: I | null };

const YEAR_MS = 365.25 * 86_400_000;

/** How long a period lasts: in years, or in months where it is less than half a year. */
function lengthOf({ from, to }: Quota['period']): string {
  if (to === undefined) return 'open';
  const years = (Date.parse(to) - Date.parse(from)) / YEAR_MS;
  return Math.round(years) > 0 ? `${Math.round(years)} years` : `${Math.round(years * 12)} months`;
}

/** Quotas of one key stand for the same in different years: of one kind and scope, for as long. Not stated counts as a ceiling. */
const keyOf = ({ kind = 'ceiling', scope = {}, period, parent }: Quota): string =>
  [kind, scope.origin, scope.sector, scope.occupation, scope.tranche, lengthOf(period), parent === undefined].join('|');

const byPeriod = (a: Quota, b: Quota) => a.period.from.localeCompare(b.period.from) || a.id.localeCompare(b.id);

/**
 * What can be followed from year to year: quotas of a pathway beside those that they compare with, the earliest first; of these lists the
 * one that reaches latest comes first. One period alone is none, unless something was reported of it.
 */
export function historiesOf<Q extends Quota, I extends { quota: string }>(
  quotas: readonly Q[],
  intakes: readonly I[],
): Past<Q, I>[][] {
  const reported = new Map(intakes.map((intake) => [intake.quota, intake]));
  const groups = new Map<string, Past<Q, I>[]>();
  for (const quota of [...quotas].sort(byPeriod)) {
    const key = keyOf(quota);
    groups.set(key, [...(groups.get(key) ?? []), { quota, intake: reported.get(quota.id) ?? null }]);
  }
  const latest = (history: readonly Past<Q, I>[]) => history.at(-1)?.quota.period.from ?? '';
  return [...groups.values()]
    .filter((history) => history.length > 1 || history.some(({ intake }) => intake !== null))
    .sort((a, b) => latest(b).localeCompare(latest(a)));
}
