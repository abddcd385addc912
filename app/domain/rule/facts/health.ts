import * as z from 'zod';
import { fact } from '../fact.ts';
import { truth } from '../measure.ts';

/** Whether the medical examination cleared the person. */
export const health = fact('health', {
  subject: 'health',
  parameters: {},
  comparisons: { eq: z.boolean() },
  measure: truth,
  read:
    () =>
    ({ profile }) =>
      profile.health,
});
