import { expect, it } from 'vitest';
import { formatOf } from './format.ts';

it.each([
  ['en', 500, 'USD', 'US$500'],
  ['en', 23.15, 'NZD', 'NZ$23.15'],
  ['fr', 25_000, 'GBP', '25\u202f000\u00a0£GB'],
  ['ar', 25_000, 'GBP', '25,000 جنيه إسترليني'],
] as const)('%s says %d %s so that it is nobody else’s money', (locale, amount, currency, said) =>
  expect(formatOf(locale).money({ amount, currency })).toBe(said),
);

it.each([
  ['en', '23 November 2026'],
  ['ar', '23 نوفمبر 2026'],
] as const)('%s dates are words', (locale, said) => expect(formatOf(locale).date('2026-11-23')).toBe(said));

it('leaves what is no day of the calendar as it was written', () =>
  expect(formatOf('en').date('2023-24-01')).toBe('2023-24-01'));
