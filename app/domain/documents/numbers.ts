import * as z from 'zod';

/** A count of people, places or things. */
export const Count = z.int().min(0).describe('an integer, 0 or more');

/** A length of time in whole months. */
export const Months = z.int().min(0).describe('a count of months, an integer, 0 or more');

/** A length of time in whole calendar days. */
export const Days = z.int().min(0).describe('a count of days, an integer, 0 or more');

/** A quantity that may have decimals and may be nothing. */
export const Quantity = z.number().min(0).describe('a number, 0 or more');

/** Weekly working time in hours. */
export const HoursPerWeek = z.number().positive().describe('hours a week, a number above 0');
