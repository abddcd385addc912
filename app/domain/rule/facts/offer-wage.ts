import { Currency } from '../../documents/codes.ts';
import { PayPeriod } from '../../documents/money.ts';
import { Quantity } from '../../documents/numbers.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';

/** The gross wage of the offer at the destination, in `currency`, for an hour, month or year (`per`). */
export const offerWage = fact('offerWage', {
  subject: 'person',
  parameters: { currency: Currency, per: PayPeriod },
  comparisons: order(Quantity),
});
