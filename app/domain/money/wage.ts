import type { Wage } from '../documents/index.ts';
import { decimalOf, toHundredths } from '../number/decimal.ts';

const MONTHS = 12n;
const WEEKS = 52n;

type Fraction = { over: bigint; under: bigint };

/** How often a pay period comes in a year; undefined where that takes hours a week which are not stated. */
function timesAYear(per: Wage['per'], hoursPerWeek: number | undefined): Fraction | undefined {
  if (per === 'year') return { over: 1n, under: 1n };
  if (per === 'month') return { over: MONTHS, under: 1n };
  if (hoursPerWeek === undefined) return undefined;
  const { units, places } = decimalOf(hoursPerWeek);
  return { over: units * WEEKS, under: 10n ** BigInt(places) };
}

const same = { over: 1n, under: 1n };

/**
 * A gross wage for another pay period, in its own currency: through 12 months and the weekly hours × 52 in exact decimals, then rounded
 * half up to hundredths (documents.md, «Facts»). Undefined where hours a week are needed and not stated.
 */
export function convertWage({ money, per }: Wage, to: Wage['per'], hoursPerWeek?: number): number | undefined {
  const { units, places } = decimalOf(money.amount);
  const from = per === to ? same : timesAYear(per, hoursPerWeek);
  const into = per === to ? same : timesAYear(to, hoursPerWeek);
  if (from === undefined || into === undefined) return undefined;
  return toHundredths(units * from.over * into.under, 10n ** BigInt(places) * from.under * into.over);
}
