import { Currency } from '../../documents/codes.ts';
import { Quantity } from '../../documents/numbers.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';
import { number } from '../measure.ts';

/** The savings, in `currency`. */
export const savings = fact('savings', {
  subject: 'savings',
  parameters: { currency: Currency },
  comparisons: order(Quantity),
  measure: number,
  read:
    ({ currency }) =>
    ({ profile }) =>
      profile.savings?.currency === currency ? profile.savings.amount : undefined,
});
