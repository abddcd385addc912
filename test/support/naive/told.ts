import type { Profile } from '../../../app/domain/documents/index.ts';

/** What is told to whoever judges: a person, the day of evaluation, and as much of where she goes as is known. */
export type Told = {
  profile: Profile;
  on: string;
  /** *Here*: the destination of the pathway, vacancy or journey. */
  destination?: string;
  /** *This pathway*. */
  pathway?: string;
  pathwayKind?: string;
  occupation?: string;
};
