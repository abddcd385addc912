import * as z from 'zod';
import { dateFields, readDay } from '../../check/typed/date.ts';
import { type Read, slip, slipsOf, type Typed, understood } from '../../check/typed/typed.ts';
import { CalendarDate } from '../../documents/dates.ts';
import { Line } from '../../documents/text.ts';

/** What shows that nobody was found on the labour market there: which office says so, under which number, since when. */
export const MarketTest = z.object({ office: Line, number: Line, on: CalendarDate });
export type MarketTest = z.infer<typeof MarketTest>;

const FIELDS = ['test-office', 'test-number', 'test-day', 'test-month', 'test-year'] as const;

/** The evidence typed on the page of papers; undefined where none was. */
export function readMarketTest(typed: Typed, today: string): Read<MarketTest | undefined> {
  if (FIELDS.every((field) => typed.one(field) === '')) return understood(undefined);
  const [office, number] = [Line.safeParse(typed.one('test-office')), Line.safeParse(typed.one('test-number'))];
  const read = readDay(typed, 'test');
  const on = read.ok && read.value > today ? slip('test-day', 'noSuchDay') : read;
  if (office.success && number.success && on.ok)
    return understood({ office: office.data, number: number.data, on: on.value });
  return slipsOf(
    office.success ? understood(null) : slip('test-office', 'missing'),
    number.success ? understood(null) : slip('test-number', 'missing'),
    on,
  );
}

export const marketTestFields = (test: MarketTest | null): readonly (readonly [string, string])[] =>
  test === null ? [] : [['test-office', test.office], ['test-number', test.number], ...dateFields('test', test.on)];
