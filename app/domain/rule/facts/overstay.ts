import * as z from 'zod';
import { Country } from '../../documents/codes.ts';
import { someOf } from '../comparison.ts';
import { fact } from '../fact.ts';

/** Whether some stay in `where` (anywhere if absent) was not left on time. */
export const overstay = fact('overstay', {
  subject: 'person',
  parameters: { where: someOf(Country).optional() },
  comparisons: { eq: z.boolean() },
});
