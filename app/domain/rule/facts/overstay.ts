import * as z from 'zod';
import { Country } from '../../documents/codes.ts';
import { someOf } from '../comparison.ts';
import { fact } from '../fact.ts';
import { truth } from '../measure.ts';

/** Whether some stay in `where` (anywhere if absent) was not left on time. */
export const overstay = fact('overstay', {
  subject: 'stays',
  parameters: { where: someOf(Country).optional() },
  comparisons: { eq: z.boolean() },
  measure: truth,
  read:
    ({ where }) =>
    ({ profile, on }) =>
      profile.stays?.some(
        ({ country, from, leftOnTime }) =>
          leftOnTime === false && from <= on && (where === undefined || where.includes(country)),
      ),
});
