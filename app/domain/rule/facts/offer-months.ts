import { Months } from '../../documents/numbers.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';

/** The length of the contract offered at the destination, in months. */
export const offerMonths = fact('offerMonths', {
  subject: 'person',
  parameters: {},
  comparisons: order(Months),
});
