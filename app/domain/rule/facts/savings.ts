import { Currency } from '../../documents/codes.ts';
import { Quantity } from '../../documents/numbers.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';

/** The savings, in `currency`. */
export const savings = fact('savings', {
  subject: 'person',
  parameters: { currency: Currency },
  comparisons: order(Quantity),
});
