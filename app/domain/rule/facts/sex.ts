import { Sex } from '../../documents/codes.ts';
import { membership, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';

/** The sex stated in the profile. */
export const sex = fact('sex', {
  subject: 'person',
  parameters: {},
  comparisons: { ...sameness(Sex), ...membership(Sex) },
});
