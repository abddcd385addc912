import type { Obligation } from '../../domain/documents/index.ts';
import type { Speech } from '../../i18n/context.tsx';
import { wholeYears } from './stay-words.ts';

/**
 * When an obligation is due, in words. Days are calendar days turned from what the source says; 0 means from then on,
 * or no number known, so it is never shown as «on the day».
 */
export function dueInWords({ after, days }: Obligation['due'], { t, code }: Speech): string {
  const event = code('event', after);
  if (days === 0) return t('due.at', { event });
  if (days < 0) return t('due.before', { days: -days, event });
  const years = wholeYears(days);
  return years === undefined ? t('due.after', { days, event }) : t('due.afterYears', { years, event });
}
