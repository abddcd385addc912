import type { Pathway } from '../../documents/pathway.ts';
import type { Profile } from '../../documents/profile.ts';
import { criteriaOf } from '../../rule/walk.ts';

/** What a search may still cost. */
export type Purse = { left: number };

/** What a profile lists: reading a fact off it takes as long. */
export const lengthOf = (profile: Profile): number =>
  Object.values(profile).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 1), 1);

/** What it costs to ask a pathway of a person: its criteria, times what the profile lists. */
export const costOf = ({ eligibility }: Pathway, profile: Profile): number =>
  (criteriaOf(eligibility).length + 1) * lengthOf(profile);
