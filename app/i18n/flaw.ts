import type { Flaw } from '../domain/vacancy/flaw.ts';
import type { Speech } from './context.tsx';

/** How codes are called that a flaw names. */
export type CodeNames = { occupation(code: string): string; sector(code: string): string };

/** What is wrong with a vacancy, in the reader's language. */
export function flawWords(flaw: Flaw, { t, f, code }: Speech, names: CodeNames): string {
  switch (flaw.why) {
    case 'wage-below-floor':
      return t('flaw.wage-below-floor', {
        ...{ paid: f.money(flaw.paid), least: f.money(flaw.floor.money), per: code('per', flaw.floor.per) },
      });
    case 'floor-in-other-currency':
    case 'hours-needed':
      return t(`flaw.${flaw.why}`, { least: f.money(flaw.floor.money), per: code('per', flaw.floor.per) });
    case 'occupation-outside':
      return t('flaw.occupation-outside', { among: f.or(flaw.among.map(names.occupation)) });
    case 'sector-outside':
      return t('flaw.sector-outside', { among: f.or(flaw.among.map(names.sector)) });
    case 'fees-unknown':
      return t('flaw.fees-unknown', { currency: f.currency(flaw.currency) });
    case 'fees-above':
      return t('flaw.fees-above', { most: f.money(flaw.most) });
    case 'too-long':
      return t('flaw.too-long', { count: flaw.months });
    case 'other-destination':
      return t('flaw.other-destination', { country: f.country(flaw.destination) });
    case 'fewer-than-filled':
      return t('flaw.fewer-than-filled', { count: flaw.filled });
    case 'no-places':
      return t('flaw.no-places', { count: flaw.remaining });
    default:
      return t(`flaw.${flaw.why}`);
  }
}
