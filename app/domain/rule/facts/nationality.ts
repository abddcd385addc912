import { Country } from '../../documents/codes.ts';
import { membership } from '../comparison.ts';
import { fact } from '../fact.ts';

/** Any of the nationalities: `in` is met if one is in the list, `notIn` if none is. */
export const nationality = fact('nationality', {
  subject: 'person',
  parameters: {},
  comparisons: membership(Country),
});
