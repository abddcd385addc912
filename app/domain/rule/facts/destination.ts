import { Country } from '../../documents/codes.ts';
import { membership, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';
import { word } from '../measure.ts';

/** The destination of the journey being prepared. */
export const destination = fact('destination', {
  subject: 'journey',
  parameters: {},
  comparisons: { ...sameness(Country), ...membership(Country) },
  measure: word,
  here: ['destination'],
  read:
    (_, { destination }) =>
    () =>
      destination,
});
