import * as z from 'zod';

/** How far back a fact looks, in months before the day of evaluation. */
export const WithinMonths = z.int().min(1).describe('a count of months, an integer, 1 or more');
