import { Occupation } from '../../documents/codes.ts';
import { membership } from '../comparison.ts';
import { fact } from '../fact.ts';
import { code } from '../measure.ts';
import { fromOffer } from '../offer-here.ts';

/** The ISCO-08 code of the offer at the destination, compared by prefix. */
export const offerOccupation = fact('offerOccupation', {
  subject: 'offer',
  parameters: {},
  comparisons: membership(Occupation),
  measure: code,
  here: ['destination'],
  read:
    (_, { destination }) =>
    (person) =>
      fromOffer(person, destination, ({ occupation }) => occupation),
});
