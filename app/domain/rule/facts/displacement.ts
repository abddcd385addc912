import { Displacement } from '../../documents/codes.ts';
import { someOf } from '../comparison.ts';
import { fact } from '../fact.ts';

/** Why the person had to leave home, if so. */
export const displacement = fact('displacement', {
  subject: 'person',
  parameters: {},
  comparisons: { eq: Displacement, in: someOf(Displacement) },
});
