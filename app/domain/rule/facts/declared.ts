import * as z from 'zod';
import { Id } from '../../documents/ids.ts';
import { fact } from '../fact.ts';
import { truth } from '../measure.ts';

/** What a person can only say or show, under the key `of` of the profile's `declared`. */
export const declared = fact('declared', {
  subject: 'declared',
  parameters: { of: Id },
  comparisons: { eq: z.boolean() },
  measure: truth,
  read:
    ({ of }) =>
    ({ profile }) =>
      profile.declared && Object.hasOwn(profile.declared, of) ? profile.declared[of] : undefined,
});
