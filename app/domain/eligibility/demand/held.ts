import type { Profile } from '../../documents/index.ts';
import { groupsOf, levelsHeld, standingsHeld } from '../../rule/holdings.ts';
import { yearsBetween } from '../../time/calendar.ts';

/** An age beyond all that a rule may ask about. */
export const OLDER = 121;
/** The word of a person who states that she has no nationality. */
export const STATELESS = 'none';

const said = (value: string | number | boolean | undefined): string[] | undefined =>
  value === undefined ? undefined : [String(value)];

/**
 * What a person has, in words, by the key of the profile that states it; undefined: not stated. Of what was long ago or is to come, and
 * need not count, she has too much rather than too little.
 */
export const HELD = {
  birthDate: ({ birthDate }, on) => said(birthDate && Math.min(yearsBetween(birthDate, on), OLDER)),
  sex: ({ sex }) => said(sex),
  nationalities: ({ nationalities }) => (nationalities?.length === 0 ? [STATELESS] : nationalities),
  residence: ({ residence }) => said(residence),
  education: ({ education }) => said(education?.isced),
  languages: ({ languages }) => languages && levelsHeld(languages),
  tests: ({ tests }) => tests?.map(({ test }) => test),
  experience: ({ experience }) => experience?.flatMap(({ occupation }) => groupsOf(occupation)),
  qualifications: ({ qualifications }) => qualifications && standingsHeld(qualifications),
  offer: ({ offer }) => (offer === null ? [] : said(offer?.destination)),
  health: ({ health }) => said(health),
  criminalRecord: ({ criminalRecord }) => said(criminalRecord),
  stays: ({ stays }) => stays?.flatMap(({ country, pathway }) => (pathway ? [country, pathway] : [country])),
  displacement: ({ displacement }) => said(displacement),
  licences: ({ licences }) => licences,
} satisfies { [K in keyof Profile]?: (profile: Profile, on: string) => readonly string[] | undefined };
