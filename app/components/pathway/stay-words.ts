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
