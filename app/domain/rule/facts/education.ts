import { Isced } from '../../documents/codes.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';
import { number } from '../measure.ts';

/** The level of education, ISCED 2011. */
export const education = fact('education', {
  subject: 'education',
  parameters: {},
  comparisons: { ...order(Isced), eq: Isced },
  measure: number,
  read:
    () =>
    ({ profile }) =>
      profile.education?.isced,
});
