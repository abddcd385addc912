import { Count } from '../../documents/numbers.ts';
import { order } from '../comparison.ts';
import { fact } from '../fact.ts';

/** How many people depend on the person. */
export const dependants = fact('dependants', {
  subject: 'person',
  parameters: {},
  comparisons: { ...order(Count), eq: Count },
});
