/** How far a quota is used up: a tenth of its places or fewer are left, or none. */
export const QUOTA_LEVELS = ['open', 'low', 'full'] as const;
export type QuotaLevel = (typeof QUOTA_LEVELS)[number];

/** The share of its places below which a quota runs low. */
const LOW = 0.1;

export function levelOf({ places, remaining }: { places: number; remaining: number }): QuotaLevel {
  if (remaining <= 0) return 'full';
  return remaining <= places * LOW ? 'low' : 'open';
}
