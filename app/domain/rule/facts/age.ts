import * as z from 'zod';
import { yearsBetween } from '../../time/calendar.ts';
import { order, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';
import { number } from '../measure.ts';
import { recalled } from '../person.ts';

const Years = z.int().min(0).max(120).describe('an integer 0–120');

/** Whole years on the day of evaluation; a person born on 29 February is a year older on 1 March of other years. */
export const age = fact('age', {
  subject: 'birthDate',
  parameters: {},
  comparisons: { ...order(Years), ...sameness(Years) },
  measure: number,
  read: () =>
    recalled('age', ({ profile, on }) =>
      profile.birthDate === undefined ? undefined : yearsBetween(profile.birthDate, on),
    ),
});
