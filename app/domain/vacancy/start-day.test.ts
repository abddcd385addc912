import { describe, expect, it } from 'vitest';
import { withStartDay } from './start-day.ts';

const read = (query: string) => {
  const { params, start } = withStartDay(new URLSearchParams(query));
  return [params.toString(), Object.fromEntries(start.fields), start.slips] as const;
};
const parts = (day: string, month: string, year: string) => ({
  ...{ 'startFrom-day': day, 'startFrom-month': month, 'startFrom-year': year },
});

describe('the first day of the work that is sought', () => {
  it.each([
    ['typed in parts', 'q=a&startFrom-day=5&startFrom-month=3&startFrom-year=2027', 'q=a&startFrom=2027-03-05'],
    ['in the figures of Arabic', 'startFrom-day=٥&startFrom-month=٣&startFrom-year=٢٠٢٧', 'startFrom=2027-03-05'],
    [
      'typed anew over one that was there',
      'startFrom=2026-01-01&startFrom-day=5&startFrom-month=3&startFrom-year=2027',
      'startFrom=2027-03-05',
    ],
    ['left blank', 'q=a&startFrom-day=&startFrom-month=&startFrom-year=', 'q=a'],
    ['as a date', 'startFrom=2027-03-05', 'startFrom=2027-03-05'],
  ])('%s', (_, query, expected) => {
    const [whole, , slips] = read(query);
    expect([whole, slips]).toEqual([expected, []]);
  });

  it('is shown in its parts', () => expect(read('startFrom=2027-03-05')[1]).toEqual(parts('5', '3', '2027')));

  it.each([
    [
      'no such day',
      'startFrom-day=30&startFrom-month=2&startFrom-year=2027',
      '',
      parts('30', '2', '2027'),
      'noSuchDay',
    ],
    ['a part missing', 'startFrom-day=3&startFrom-month=&startFrom-year=2027', '', parts('3', '', '2027'), 'day'],
    ['no such date', 'startFrom=2027-02-30', '', parts('30', '2', '2027'), 'noSuchDay'],
    ['no date', 'startFrom=soon', 'startFrom=soon', {}, 'day'],
  ])('%s: kept as it was typed, and told', (_, query, whole, fields, why) => {
    expect(read(query)).toEqual([whole, fields, [{ field: 'startFrom-day', why }]]);
  });
});
