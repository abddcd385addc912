import fc from 'fast-check';
import type { Profile } from '../../app/domain/documents/index.ts';
import { profiles } from './naive/profiles.arbitrary.ts';

/** Sound profiles, with what no rule reads as well. */
export const toldProfiles: fc.Arbitrary<Profile> = fc
  .tuple(
    profiles,
    fc.record(
      {
        skills: fc.array(fc.constantFrom('welding', 'care', 'accounts'), { maxLength: 3 }),
        availableFrom: fc.constantFrom('2027-01-15', '2026-12-01'),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([profile, unread]) => ({ ...profile, ...unread }));
