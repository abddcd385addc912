import * as z from 'zod';
import { Occupation } from '../../documents/codes.ts';
import { someOf } from '../comparison.ts';
import { fact } from '../fact.ts';

/** In rising order; `recognised` is recognised at the destination. */
const Standing = z.enum(['none', 'held', 'recognised']);

/** The best standing among the qualifications for the occupations `of` (any if absent). */
export const qualification = fact('qualification', {
  subject: 'person',
  parameters: { of: someOf(Occupation).optional() },
  comparisons: { gte: Standing, eq: Standing },
});
