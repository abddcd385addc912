import { describe, expect, it } from 'vitest';
import { dayNumber, monthNumber, monthsBefore, yearsBetween } from './calendar.ts';

describe('monthsBefore', () => {
  it.each([
    ['the same day of the month', '2026-11-25', 3, '2026-08-25'],
    ['across the new year', '2026-01-15', 1, '2025-12-15'],
    ['the last day of a shorter month', '2026-03-31', 1, '2026-02-28'],
    ['29 February in a leap year', '2024-03-31', 1, '2024-02-29'],
    ['29 February a year ago', '2024-02-29', 12, '2023-02-28'],
    ['29 February four years ago', '2024-02-29', 48, '2020-02-29'],
    ['1900 was no leap year', '1900-03-30', 1, '1900-02-28'],
  ])('%s', (_, date, months, before) => expect(monthsBefore(date, months)).toBe(before));
});

describe('yearsBetween', () => {
  it.each([
    ['the eve of the birthday', '1990-05-02', '2026-05-01', 35],
    ['the birthday', '1990-05-02', '2026-05-02', 36],
    ['born on 29 February, on 28 February of another year', '2004-02-29', '2023-02-28', 18],
    ['born on 29 February, on 1 March of another year', '2004-02-29', '2023-03-01', 19],
    ['born on 29 February, on 29 February', '2004-02-29', '2024-02-29', 20],
    ['the day of birth', '2026-05-02', '2026-05-02', 0],
  ])('%s', (_, birth, on, years) => expect(yearsBetween(birth, on)).toBe(years));
});

it('counts days and months', () => {
  expect(dayNumber('2024-03-01') - dayNumber('2024-02-28')).toBe(2);
  expect(monthNumber('2025-01') - monthNumber('2024-11-30')).toBe(2);
});
