import type { Profile } from '../documents/index.ts';

/** What somebody may agree to that others do with their profile. */
export const PURPOSES = ['found-by-employers', 'origin-ministry', 'destination-ministry', 'statistics'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What somebody may have looked for at a profile: what was agreed to, or as the employer of a vacancy that was answered. */
export type LookPurpose = Purpose | 'answered-vacancy';

export const isPurpose = (text: string): text is Purpose => PURPOSES.some((purpose) => purpose === text);

/** To what somebody agrees: a purpose and, of a ministry's, whose. */
export type Agreement = { purpose: Purpose; state: string | null };

/**
 * The states among which somebody chooses to whose ministry they agree: where they are from or live, or where any pathway leads.
 * Undefined of a purpose that is no ministry's.
 */
export function statesFor(
  purpose: Purpose,
  { nationalities = [], residence }: Profile,
  destinations: readonly string[],
): readonly string[] | undefined {
  if (purpose === 'destination-ministry') return destinations;
  if (purpose !== 'origin-ministry') return undefined;
  return [...new Set([...nationalities, ...(residence === undefined ? [] : [residence])])];
}
