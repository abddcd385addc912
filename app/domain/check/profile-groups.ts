import { PART_QUESTIONS, type ProfileQuestion, type ToldPart } from './question.ts';

export const GROUPS = ['person', 'work', 'journey', 'private'] as const;
export type Group = (typeof GROUPS)[number];

/** Under which heading each part stands in a profile; within it in this order. */
const GROUP_OF: Record<ToldPart, Group> = {
  nationalities: 'person',
  residence: 'person',
  birthDate: 'person',
  sex: 'person',
  dependants: 'person',
  experience: 'work',
  qualifications: 'work',
  education: 'work',
  skills: 'work',
  languages: 'work',
  tests: 'work',
  licences: 'work',
  offer: 'journey',
  availableFrom: 'journey',
  savings: 'journey',
  stays: 'journey',
  health: 'private',
  criminalRecord: 'private',
  displacement: 'private',
};

const ORDER = Object.keys(GROUP_OF);

/** The questions under a heading. */
export const questionsIn = (group: Group): readonly ProfileQuestion[] =>
  PART_QUESTIONS.filter(({ part }) => GROUP_OF[part] === group).sort(
    (a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part),
  );
