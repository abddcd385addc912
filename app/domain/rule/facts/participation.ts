import { Id } from '../../documents/ids.ts';
import { Count } from '../../documents/numbers.ts';
import { order, someOf } from '../comparison.ts';
import { fact } from '../fact.ts';

/** Stays under the pathways `of` (this one if absent) begun by the day of evaluation. */
export const participation = fact('participation', {
  subject: 'person',
  parameters: { of: someOf(Id).optional() },
  comparisons: { ...order(Count), eq: Count },
});
