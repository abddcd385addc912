import type { Pathway } from '../../domain/documents/index.ts';
import type { Speech } from '../../i18n/context.tsx';

/** A number of months as people say it: 58 months are 4 years and 10 months. */
export function monthsInWords(months: number, { t }: Speech): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (years === 0) return t('time.months', { count: rest });
  return rest === 0
    ? t('time.years', { count: years })
    : t('time.yearsAndMonths', { years: t('time.years', { count: years }), months: t('time.months', { count: rest }) });
}

/** Days that are whole years, leap days or none: sources count 730, 1,825 or 1,826 days where the law says years. */
export function wholeYears(days: number): number | undefined {
  const years = Math.round(days / 365.25);
  return years > 0 && days >= years * 365 && days <= years * 365 + Math.ceil(years / 4) ? years : undefined;
}

/** The stay as a figure and its meaning; months that are null are not stated. */
export function stayInWords(
  { initialMonths, maxMonths, renewable }: Pick<Pathway['stay'], 'initialMonths' | 'maxMonths' | 'renewable'>,
  speech: Speech,
): { figure: string; meaning: string } {
  const { t } = speech;
  const figure = initialMonths === null ? t('value.notStated') : monthsInWords(initialMonths, speech);
  const longest =
    maxMonths !== null && maxMonths !== initialMonths
      ? t('pathway.stay.upTo', { time: monthsInWords(maxMonths, speech) })
      : '';
  return { figure, meaning: longest || t(renewable ? 'pathway.stay.renewable' : 'pathway.stay.notRenewable') };
}
