import { Country } from '../../documents/codes.ts';
import { membership, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';
import { word } from '../measure.ts';

/** The country of residence. */
export const residence = fact('residence', {
  subject: 'residence',
  parameters: {},
  comparisons: { ...sameness(Country), ...membership(Country) },
  measure: word,
  read:
    () =>
    ({ profile }) =>
      profile.residence,
});
