import { isCalendarDate, YearMonth } from '../../documents/dates.ts';
import { inLatinDigits } from '../../text/digits.ts';
import { type Read, type Slip, slip, type Typed, understood } from './typed.ts';

const part = (typed: Typed, name: string) => inLatinDigits(typed.one(name));
const two = (text: string) => text.padStart(2, '0');

/** A day from three fields: `name-day`, `name-month` and `name-year`. */
export function readDay(typed: Typed, name: string): Read<string> {
  const [day, month, year] = [part(typed, `${name}-day`), part(typed, `${name}-month`), part(typed, `${name}-year`)];
  if (![day, month, year].every((text) => /^\d+$/.test(text))) return slip(`${name}-day`, 'day');
  const date = `${year}-${two(month)}-${two(day)}`;
  return isCalendarDate(date) ? understood(date) : slip(`${name}-day`, 'noSuchDay');
}

/** Whether nothing was typed into the fields of a day. */
export const isDayBlank = (typed: Typed, name: string): boolean =>
  ['day', 'month', 'year'].every((part) => typed.one(`${name}-${part}`) === '');

/** Which message says what is wrong with a day. */
export const dayMessage = ([slip]: readonly Slip[]): 'slip.day' | 'slip.noSuchDay' =>
  slip?.why === 'day' ? 'slip.day' : 'slip.noSuchDay';

/** A month from two fields: `name-month` and `name-year`. */
export function readMonth(typed: Typed, name: string): Read<string> {
  const month = `${part(typed, `${name}-year`)}-${two(part(typed, `${name}-month`))}`;
  return YearMonth.safeParse(month).success ? understood(month) : slip(`${name}-month`, 'month');
}

const withoutZero = (text = '') => text.replace(/^0/, '');

/** A day or a month as the fields that it is typed into. */
export function dateFields(name: string, date: string | undefined): readonly (readonly [string, string])[] {
  const [year = '', month, day] = date?.split('-') ?? [];
  const fields = [
    [`${name}-month`, withoutZero(month)],
    [`${name}-year`, year],
  ] as const;
  return day === undefined ? fields : [[`${name}-day`, withoutZero(day)], ...fields];
}
