import { SomeMonths } from '../documents/numbers.ts';

/** How far back a fact looks, in months before the day of evaluation. */
export const WithinMonths = SomeMonths;
