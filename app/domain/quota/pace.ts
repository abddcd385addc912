import type { Quota } from '../documents/quota.ts';
import { dateOf, dayNumber } from '../time/calendar.ts';

/** How a quota ends if places go on being allocated as on average since its period began. */
export type Outlook = { ends: 'full' } | { ends: 'out'; on: string } | { ends: 'left'; places: number; on: string };

/**
 * What becomes of a quota at this pace; undefined where nothing can be said: its period has no end, is over or has not begun, or nothing
 * was allocated yet.
 */
export function outlookOf(
  { period, allocated, remaining }: Pick<Quota, 'period'> & { allocated: number; remaining: number },
  on: string,
): Outlook | undefined {
  const { from, to } = period;
  if (to === undefined || on < from || on > to) return undefined;
  if (remaining <= 0) return { ends: 'full' };
  if (allocated <= 0) return undefined;
  const [first, today, last] = [dayNumber(from), dayNumber(on), dayNumber(to)];
  const aDay = allocated / (today - first + 1);
  const left = remaining - aDay * (last - today);
  if (left >= 0) return { ends: 'left', places: Math.floor(left), on: to };
  return { ends: 'out', on: dateOf(today + Math.ceil(remaining / aDay)) };
}
