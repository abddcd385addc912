import { Country } from '../../documents/codes.ts';
import { membership, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';

/** The country of residence. */
export const residence = fact('residence', {
  subject: 'person',
  parameters: {},
  comparisons: { ...sameness(Country), ...membership(Country) },
});
