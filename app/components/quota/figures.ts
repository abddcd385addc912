import type { QuotaWithState } from '../../../db/queries/quota.ts';

/** The figures of a quota in the order of a reader, and what each is called. */
export const FIGURES = [
  ['places', 'places.places'],
  ['allocated', 'places.allocated'],
  ['used', 'places.takenUp'],
  ['remaining', 'places.remaining'],
] as const;
type Figures = Record<(typeof FIGURES)[number][0], number>;

/** The figures of several quotas together. */
export function sumsOf(quotas: readonly Figures[]): Figures {
  const sum = (figure: keyof Figures) => quotas.reduce((total, quota) => total + quota[figure], 0);
  return { places: sum('places'), allocated: sum('allocated'), used: sum('used'), remaining: sum('remaining') };
}

/** The quotas of a list above which none of the list stands. */
export const topsOf = (quotas: readonly QuotaWithState[]): QuotaWithState[] => {
  const ids = new Set(quotas.map(({ id }) => id));
  return quotas.filter(({ parent }) => parent === undefined || !ids.has(parent));
};
