import * as z from 'zod';
import { Occupation } from '../../documents/codes.ts';
import { someOf } from '../comparison.ts';
import { fact } from '../fact.ts';
import { coveredBy, levels } from '../measure.ts';
import { recalled } from '../person.ts';

/** In rising order; `recognised` is recognised at the destination. */
export const Standing = z.enum(['none', 'held', 'recognised']);
const [NONE, HELD, RECOGNISED] = Standing.options.map((_, place) => place);

/** The best standing among the qualifications for the occupations `of` (any if absent). */
export const qualification = fact('qualification', {
  subject: 'qualifications',
  parameters: { of: someOf(Occupation).optional() },
  comparisons: { gte: Standing, eq: Standing },
  measure: levels(Standing.options),
  here: ['destination'],
  read: ({ of }, { destination }) =>
    recalled(`qualification ${of} ${destination}`, ({ profile: { qualifications } }) => {
      const fitting = qualifications?.filter(({ occupation }) => of === undefined || coveredBy(occupation, of));
      if (fitting === undefined || fitting.length === 0) return fitting && NONE;
      if (destination === undefined) return undefined; // held, but whether it is recognised there nobody can say
      return fitting.some(({ recognisedIn }) => recognisedIn.includes(destination)) ? RECOGNISED : HELD;
    }),
});
