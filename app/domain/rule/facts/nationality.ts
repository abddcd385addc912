import { Country } from '../../documents/codes.ts';
import { membership } from '../comparison.ts';
import { fact } from '../fact.ts';
import { words } from '../measure.ts';

/** Any of the nationalities: `in` is met if one is in the list, `notIn` if none is. */
export const nationality = fact('nationality', {
  subject: 'nationalities',
  parameters: {},
  comparisons: membership(Country),
  measure: words,
  read:
    () =>
    ({ profile }) =>
      profile.nationalities,
});
