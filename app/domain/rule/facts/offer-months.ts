import { Months } from '../../documents/numbers.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';
import { number } from '../measure.ts';
import { fromOffer } from '../offer-here.ts';

/** The length of the contract offered at the destination, in months. */
export const offerMonths = fact('offerMonths', {
  subject: 'offer',
  parameters: {},
  comparisons: order(Months),
  measure: number,
  here: ['destination'],
  read:
    (_, { destination }) =>
    (person) =>
      fromOffer(person, destination, ({ months }) => months),
});
