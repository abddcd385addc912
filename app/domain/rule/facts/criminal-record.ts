import * as z from 'zod';
import { fact } from '../fact.ts';

/** Whether the criminal record is clear: true is clear. */
export const criminalRecord = fact('criminalRecord', {
  subject: 'person',
  parameters: {},
  comparisons: { eq: z.boolean() },
});
