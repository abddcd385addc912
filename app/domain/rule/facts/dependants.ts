import { Count } from '../../documents/numbers.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';
import { number } from '../measure.ts';

/** How many people depend on the person. */
export const dependants = fact('dependants', {
  subject: 'dependants',
  parameters: {},
  comparisons: { ...order(Count), eq: Count },
  measure: number,
  read:
    () =>
    ({ profile }) =>
      profile.dependants,
});
