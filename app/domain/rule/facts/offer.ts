import * as z from 'zod';
import { fact } from '../fact.ts';
import { truth } from '../measure.ts';
import { offerHere } from '../offer-here.ts';

/** Whether the person has an offer at the destination. */
export const offer = fact('offer', {
  subject: 'offer',
  parameters: {},
  comparisons: { eq: z.boolean() },
  measure: truth,
  here: ['destination'],
  read:
    (_, { destination }) =>
    (person) => {
      const offer = offerHere(person, destination);
      return offer === undefined ? undefined : offer !== null;
    },
});
