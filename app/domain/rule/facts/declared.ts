import * as z from 'zod';
import { Id } from '../../documents/ids.ts';
import { fact } from '../fact.ts';

/** What a person can only say or show, under the key `of` of the profile's `declared`. */
export const declared = fact('declared', {
  subject: 'person',
  parameters: { of: Id },
  comparisons: { eq: z.boolean() },
});
