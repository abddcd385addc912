import { Isced } from '../../documents/codes.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';

/** The level of education, ISCED 2011. */
export const education = fact('education', {
  subject: 'person',
  parameters: {},
  comparisons: { ...order(Isced), eq: Isced },
});
