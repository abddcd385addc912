import * as z from 'zod';
import { fact } from '../fact.ts';

/** Whether the medical examination cleared the person. */
export const health = fact('health', {
  subject: 'person',
  parameters: {},
  comparisons: { eq: z.boolean() },
});
