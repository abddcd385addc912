import * as z from 'zod';
import { fact } from '../fact.ts';
import { truth } from '../measure.ts';

/** Whether the criminal record is clear: true is clear. */
export const criminalRecord = fact('criminalRecord', {
  subject: 'criminalRecord',
  parameters: {},
  comparisons: { eq: z.boolean() },
  measure: truth,
  read:
    () =>
    ({ profile }) =>
      profile.criminalRecord,
});
