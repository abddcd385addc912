import { Occupation } from '../../documents/codes.ts';
import { Months } from '../../documents/numbers.ts';
import { order, someOf } from '../comparison.ts';
import { fact } from '../fact.ts';

/** Months of the longest formal vocational training for the occupations `of` (any if absent). */
export const training = fact('training', {
  subject: 'person',
  parameters: { of: someOf(Occupation).optional() },
  comparisons: order(Months),
});
