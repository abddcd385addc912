import * as z from 'zod';
import { inspected } from './explain.ts';
import type { JsonObject } from './json.ts';
import { type Fault, shown } from './problem.ts';

/** A day of the calendar that exists, `YYYY-MM-DD`: written so, days compare as strings. */
export const CalendarDate = z.iso
  .date()
  .refine((date) => !date.startsWith('0000'))
  .meta({ id: 'Date', description: 'a date that exists, YYYY-MM-DD' });

/** True of a day that exists, `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  return CalendarDate.safeParse(text).success;
}

/** A moment, with its distance from UTC. */
export const Instant = z.iso
  .datetime({ offset: true })
  .refine((moment) => !moment.startsWith('0000'))
  .describe('a moment that exists, such as 2026-11-26T12:00:00Z');

/** A month of the calendar, `YYYY-MM`. */
export const YearMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((month) => !month.startsWith('0000'))
  .meta({ id: 'YearMonth', description: 'a month, YYYY-MM' });

/** Refuses what ends before it begins; both days (or months) count. */
export function* inspectOrder({ from, to }: JsonObject): Generator<Fault> {
  if (typeof from !== 'string' || typeof to !== 'string' || from.length !== to.length || to >= from) return;
  yield {
    path: ['to'],
    message: `ends before it begins: ${shown(to)} is before ${shown(from)}`,
    expected: `${shown(from)} or later`,
  };
}

/** When a law or procedure is in effect, both days included; `to` null or absent: no end. */
export const Effective = inspected(
  z.strictObject({ from: CalendarDate, to: CalendarDate.nullable().optional() }),
  inspectOrder,
);

/** The days a quota covers, both included; `to` absent: no end. */
export const Period = inspected(z.strictObject({ from: CalendarDate, to: CalendarDate.optional() }), inspectOrder);
