import * as z from 'zod';

/** More than anyone means, and little enough that sums stay exact and days stay in the calendar. */
const MOST = { count: 1e12, months: 12_000, days: 365_000, quantity: 1e15 };

const between = (least: number, most: number) => `from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;

const whole = (what: string, least: number, most: number) =>
  z
    .int()
    .min(least)
    .max(most)
    .describe(`${what} ${between(least, most)}`);

/** A count of people, places or things. */
export const Count = whole('an integer', 0, MOST.count);

/** A count of places that is not nothing. */
export const SomePlaces = whole('a count of places, an integer', 1, MOST.count);

/** A length of time in whole months. */
export const Months = whole('a count of months, an integer', 0, MOST.months);

/** A length of time in whole months that is not nothing. */
export const SomeMonths = whole('a count of months, an integer', 1, MOST.months);

/** A length of time in whole calendar days. */
export const Days = whole('a count of days, an integer', 0, MOST.days);

/** A length of time in whole calendar days that is not nothing. */
export const SomeDays = whole('a count of days, an integer', 1, MOST.days);

/** Whole calendar days after an event or, where negative, before it. */
export const DaysAfter = whole('calendar days after the event, an integer', -MOST.days, MOST.days);

/** A quantity that may have decimals and may be nothing. */
export const Quantity = z
  .number()
  .min(0)
  .max(MOST.quantity)
  .describe(`a number ${between(0, MOST.quantity)}`);

/** Weekly working time in hours. */
export const HoursPerWeek = z.number().positive().describe('hours a week, a number above 0');
