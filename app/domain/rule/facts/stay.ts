import { Country } from '../../documents/codes.ts';
import { Days } from '../../documents/numbers.ts';
import { order, someOf } from '../comparison.ts';
import { fact } from '../fact.ts';
import { WithinMonths } from '../parameters.ts';

/** Days present in `where` (the destination if absent) from the day `withinMonths` before the day of evaluation to that day, both included. */
export const stay = fact('stay', {
  subject: 'person',
  parameters: { where: someOf(Country).optional(), withinMonths: WithinMonths },
  comparisons: order(Days),
});
