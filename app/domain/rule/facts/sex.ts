import { Sex } from '../../documents/codes.ts';
import { membership, sameness } from '../comparison.ts';
import { fact } from '../fact.ts';
import { word } from '../measure.ts';

/** The sex stated in the profile. */
export const sex = fact('sex', {
  subject: 'sex',
  parameters: {},
  comparisons: { ...sameness(Sex), ...membership(Sex) },
  measure: word,
  read:
    () =>
    ({ profile }) =>
      profile.sex,
});
