import * as z from 'zod';
import { Line } from '../../documents/text.ts';
import { fact } from '../fact.ts';
import { truth } from '../measure.ts';

/** Whether the person holds the licence category `of`. */
export const licence = fact('licence', {
  subject: 'licences',
  parameters: { of: Line },
  comparisons: { eq: z.boolean() },
  measure: truth,
  read:
    ({ of }) =>
    ({ profile }) =>
      profile.licences?.includes(of),
});
