import * as z from 'zod';
import { Line } from '../../documents/text.ts';
import { fact } from '../fact.ts';

/** Whether the person holds the licence category `of`. */
export const licence = fact('licence', {
  subject: 'person',
  parameters: { of: Line },
  comparisons: { eq: z.boolean() },
});
