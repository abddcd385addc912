import { describe, expect, it } from 'vitest';
import { decimalOf, sumOf, toHundredths, unitsAt } from './decimal.ts';

describe('decimalOf', () => {
  it.each([
    ['a whole number', 12, 12n, 0],
    ['a tenth', 0.1, 1n, 1],
    ['a small number in scientific notation', 1.5e-9, 15n, 10],
    ['a large number in scientific notation', 1.5e21, 1_500_000_000_000_000_000_000n, 0],
  ])('%s', (_, value, units, places) => expect(decimalOf(value)).toEqual({ units, places }));
});

it('counts in smaller steps', () => expect(unitsAt(decimalOf(2.5), 3)).toBe(2500n));

describe('toHundredths', () => {
  it.each([
    ['exactly', 1n, 4n, 0.25],
    ['a half upwards', 1n, 8n, 0.13],
    ['less than a half downwards', 1n, 3n, 0.33],
  ])('%s', (_, numerator, denominator, value) => expect(toHundredths(numerator, denominator)).toBe(value));
});

describe('sumOf', () => {
  it.each([
    [[], 0],
    [[0.1, 0.7], 0.8],
    [[462.5, 702.81, 473.64], 1638.95],
    [[1e21, 1], 1e21 + 1],
    [[1e-7, 2], 2.0000001],
  ])('%j', (values, sum) => expect(sumOf(values)).toBe(sum));
});
