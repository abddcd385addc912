import type { Money, Vacancy } from '../documents/index.ts';
import { decimalOf, toHundredths } from '../number/decimal.ts';
import { convertWage } from './wage.ts';

/** What one euro cost in a currency on a day, and who published it. The euro itself needs no rate: its `on` and `source` are null. */
export type Rate = { currency: string; perEur: number; on: string | null; source: string | null };

/** The gross wage of a full year, in its own currency. Undefined: paid by the hour, and the hours a week are not stated. */
export function yearlyWage({ wage, hoursPerWeek }: Pick<Vacancy, 'wage' | 'hoursPerWeek'>): Money | undefined {
  const amount = convertWage(wage, 'year', hoursPerWeek);
  return amount === undefined ? undefined : { amount, currency: wage.money.currency };
}

/** An amount in another currency, through the euro, rounded half up to hundredths. */
export function exchanged({ amount, currency }: Money, from: Rate, to: Rate): Money {
  if (currency === to.currency) return { amount, currency };
  const [of, over, under] = [decimalOf(amount), decimalOf(to.perEur), decimalOf(from.perEur)];
  return {
    amount: toHundredths(
      of.units * over.units * 10n ** BigInt(under.places),
      10n ** BigInt(of.places + over.places) * under.units,
    ),
    currency: to.currency,
  };
}

/** Where bands of wages begin: euros, gross a month. */
export const WAGE_BANDS = ['0', '500', '1000', '1500', '2000', '3000', '4000'] as const;
export type WageBand = (typeof WAGE_BANDS)[number];
