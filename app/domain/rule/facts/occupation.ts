import { Occupation } from '../../documents/codes.ts';
import { membership, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';
import { code } from '../measure.ts';

/** The ISCO-08 code of the work of the journey being prepared, compared by prefix. */
export const occupation = fact('occupation', {
  subject: 'journey',
  parameters: {},
  comparisons: { ...sameness(Occupation), ...membership(Occupation) },
  measure: code,
  here: ['occupation'],
  read:
    (_, { occupation }) =>
    () =>
      occupation,
});
