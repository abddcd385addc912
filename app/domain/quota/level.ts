/** How far a quota is used up: a tenth of its places or fewer are left, or none. */
export const QUOTA_LEVELS = ['open', 'low', 'full'] as const;
export type QuotaLevel = (typeof QUOTA_LEVELS)[number];

/** What there is to tell as a quota's level changes: there are places again, few are left, or none. */
export type PlacesNews = 'opened' | 'low' | 'gone';

const NEWS = {
  open: { open: null, low: 'low', full: 'gone' },
  low: { open: null, low: null, full: 'gone' },
  full: { open: 'opened', low: 'opened', full: null },
} as const satisfies Record<QuotaLevel, Record<QuotaLevel, PlacesNews | null>>;

/** What is told when a quota goes from one level to another; null: nothing. A first level is no news. */
export const newsOf = (before: QuotaLevel | null, now: QuotaLevel): PlacesNews | null =>
  before === null ? null : NEWS[before][now];

/** The share of its places at which a quota runs low. */
const LOW = 0.1;

export function levelOf({ places, remaining }: { places: number; remaining: number }): QuotaLevel {
  if (remaining <= 0) return 'full';
  return remaining <= places * LOW ? 'low' : 'open';
}
