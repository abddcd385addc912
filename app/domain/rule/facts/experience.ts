import { Occupation } from '../../documents/codes.ts';
import { Months } from '../../documents/numbers.ts';
import { order, someOf } from '../comparison.ts';
import { fact } from '../fact.ts';
import { WithinMonths } from '../parameters.ts';

/** Distinct calendar months worked in any of the occupations `of` (all work if absent), of the last `withinMonths` if given. */
export const experience = fact('experience', {
  subject: 'person',
  parameters: { of: someOf(Occupation).optional(), withinMonths: WithinMonths.optional() },
  comparisons: order(Months),
});
