import { Currency } from '../../documents/codes.ts';
import { PayPeriod } from '../../documents/money.ts';
import { Quantity } from '../../documents/numbers.ts';
import { convertWage } from '../../money/wage.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';
import { number } from '../measure.ts';
import { fromOffer } from '../offer-here.ts';
import { recalled } from '../person.ts';

/** The gross wage of the offer at the destination, in `currency`, for an hour, month or year (`per`). */
export const offerWage = fact('offerWage', {
  subject: 'offer',
  parameters: { currency: Currency, per: PayPeriod },
  comparisons: order(Quantity),
  measure: number,
  here: ['destination'],
  read: ({ currency, per }, { destination }) =>
    recalled(`wage ${currency} ${per} ${destination}`, (person) =>
      fromOffer(person, destination, ({ wage, hoursPerWeek }) =>
        wage?.money.currency === currency ? convertWage(wage, per, hoursPerWeek) : undefined,
      ),
    ),
});
