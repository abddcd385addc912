import type { ToldPart } from '../check/question.ts';
import type { Profile } from '../documents/index.ts';

/**
 * What an employer is shown of whoever answers its vacancy: what work turns on. Who somebody is (sex, age, citizenship, family, health),
 * what they own and where else they were offered work is never for an employer; what only the law may ask, it asks itself.
 */
export const EMPLOYER_PARTS = [
  'residence',
  'experience',
  'qualifications',
  'education',
  'skills',
  'languages',
  'tests',
  'licences',
  'availableFrom',
] as const satisfies readonly ToldPart[];

export const seenByEmployer = (profile: Profile): Profile => ({
  type: 'profile',
  ...Object.fromEntries(EMPLOYER_PARTS.flatMap((part) => (part in profile ? [[part, profile[part]]] : []))),
});
