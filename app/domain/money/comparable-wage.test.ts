import { describe, expect, it } from 'vitest';
import { aVacancy } from '../../../test/support/documents.ts';
import { exchanged, type Rate, yearlyWage } from './comparable-wage.ts';

const pln: Rate = { currency: 'PLN', perEur: 4.25, on: '2026-11-25', source: 'ECB' };
const usd: Rate = { currency: 'USD', perEur: 1.16, on: '2026-11-25', source: 'ECB' };
const eur: Rate = { currency: 'EUR', perEur: 1, on: null, source: null };

const paid = (amount: number, per: 'hour' | 'month' | 'year', hoursPerWeek?: number) =>
  yearlyWage(
    aVacancy({
      wage: { money: { amount, currency: 'EUR' }, per },
      ...(hoursPerWeek !== undefined && { hoursPerWeek }),
    }),
  )?.amount;

describe('the wage of a year', () => {
  it.each<[string, number | undefined, number | undefined]>([
    ['of a month is twelve of it', paid(2500, 'month'), 30_000],
    ['of a year is itself', paid(31_000.5, 'year'), 31_000.5],
    ['of an hour is the weekly hours × 52 of it', paid(15.1, 'hour', 38.5), 30_230.2],
    ['of an hour without hours is not known', paid(15, 'hour'), undefined],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));
});

it.each<[string, object, Rate, Rate, object]>([
  ['into euros', { amount: 42_500, currency: 'PLN' }, pln, eur, { amount: 10_000, currency: 'EUR' }],
  ['out of euros', { amount: 10_000, currency: 'EUR' }, eur, usd, { amount: 11_600, currency: 'USD' }],
  ['through euros', { amount: 4250, currency: 'PLN' }, pln, usd, { amount: 1160, currency: 'USD' }],
  ['half up to the hundredth', { amount: 0.02125, currency: 'PLN' }, pln, eur, { amount: 0.01, currency: 'EUR' }],
  ['into itself', { amount: 0.3, currency: 'PLN' }, pln, pln, { amount: 0.3, currency: 'PLN' }],
])('an amount %s', (_, money, from, to, expected) =>
  expect(exchanged({ amount: 0, currency: 'EUR', ...money }, from, to)).toEqual(expected),
);
