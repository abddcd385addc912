import * as z from 'zod';
import { fact } from '../fact.ts';

/** Whether the person has an offer at the destination. */
export const offer = fact('offer', {
  subject: 'person',
  parameters: {},
  comparisons: { eq: z.boolean() },
});
