import { describe, expect, it } from 'vitest';
import type { Wage } from '../documents/index.ts';
import { convertWage } from './wage.ts';

const wage = (amount: number, per: Wage['per']): Wage => ({ money: { amount, currency: 'EUR' }, per });

describe('convertWage', () => {
  it.each<[string, Wage, Wage['per'], number | undefined, number | undefined]>([
    ['a month to a year', wage(3_500, 'month'), 'year', undefined, 42_000],
    ['a year to a month, rounded half up', wage(40_000.06, 'year'), 'month', undefined, 3_333.34],
    ['an hour to a year by weekly hours × 52', wage(13.9, 'hour'), 'year', 40, 28_912],
    ['an hour to a month', wage(13.9, 'hour'), 'month', 38.5, 2_318.98],
    ['a month to an hour', wage(2_156_880, 'month'), 'hour', 48.25, 10_315.89],
    ['a year to an hour', wage(30_000, 'year'), 'hour', 37.5, 15.38],
    ['the same period needs no hours', wage(13.9, 'hour'), 'hour', undefined, 13.9],
    ['the same period is rounded too', wage(13.905, 'hour'), 'hour', undefined, 13.91],
    ['hours needed and not stated', wage(13.9, 'hour'), 'month', undefined, undefined],
    ['tenths are exact', wage(0.1, 'month'), 'year', undefined, 1.2],
    ['a half that a binary fraction would lose', wage(1.005, 'month'), 'month', undefined, 1.01],
  ])('%s', (_, given, per, hours, expected) => expect(convertWage(given, per, hours)).toBe(expected));
});
