import { Occupation } from '../../documents/codes.ts';
import { membership } from '../comparison.ts';
import { fact } from '../fact.ts';

/** The ISCO-08 code of the offer at the destination, compared by prefix. */
export const offerOccupation = fact('offerOccupation', {
  subject: 'person',
  parameters: {},
  comparisons: membership(Occupation),
});
