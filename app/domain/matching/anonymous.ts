import type { Profile, Vacancy } from '../documents/index.ts';
import type { Answer } from '../eligibility/evaluate.ts';
import type { PersonFactName } from '../rule/rule.ts';
import { skillWord } from './offer-terms.ts';
import { monthsIn } from './score.ts';
import type { WorkerTerms } from './worker-terms.ts';

/**
 * What an employer is shown of somebody who agreed to be found: what work turns on, and nothing that names or singles out. Languages
 * without their regions and without which is the mother tongue, skills only as far as the vacancy names them, as whatever somebody wrote
 * there may name them; of work no employer, no place and no date.
 */
export type AnonymousProfile = {
  residence?: string;
  education?: Profile['education'];
  languages?: { language: string; cefr: string }[];
  experience?: { occupation: string; months: number }[];
  qualifications?: { occupation: string; trainingMonths: number; recognisedIn: string[] }[];
  skills?: string[];
  availableFrom?: string;
};

const unique = <V>(values: readonly V[]): V[] => [...new Set(values)];

const spoken = ({ language, cefr, native }: NonNullable<Profile['languages']>[number]) => ({
  language: language.split('-')[0] ?? language,
  cefr: native ? 'C2' : (cefr ?? 'A1'),
});

/** Somebody as an employer sees them who is not told who they are. */
export function anonymous(
  profile: Profile,
  worker: WorkerTerms,
  { skills: asked = [] }: Pick<Vacancy, 'skills'>,
): AnonymousProfile {
  const { residence, education, languages, experience, qualifications, skills, availableFrom } = profile;
  const occupations = experience && unique(experience.map(({ occupation }) => occupation)).sort();
  return {
    ...(residence && { residence }),
    ...(education && { education }),
    ...(languages && { languages: languages.map(spoken) }),
    ...(occupations && {
      experience: occupations.map((occupation) => ({ occupation, months: monthsIn(occupation, worker) ?? 0 })),
    }),
    ...(qualifications && {
      qualifications: qualifications.map(({ occupation, trainingMonths, recognisedIn }) => ({
        ...{ occupation, trainingMonths, recognisedIn },
      })),
    }),
    ...(skills && { skills: asked.filter((skill) => worker.skills?.has(skillWord(skill))) }),
    ...(availableFrom && { availableFrom }),
  };
}

/** Whether an employer is shown what a person tells of a fact, or only whether it is as required. A new fact does not compile until it is decided. */
const IS_SHOWN: Record<PersonFactName | 'origin', boolean> = {
  ...{ education: true, language: true, test: true, experience: true, qualification: true, training: true },
  ...{ licence: true, residence: true, offer: true, offerOccupation: true, offerWage: true, offerMonths: true },
  ...{ age: false, sex: false, nationality: false, origin: false, savings: false, health: false },
  ...{ criminalRecord: false, stay: false, participation: false, overstay: false, displacement: false },
  ...{ dependants: false, declared: false },
};

/** An answer as an employer is shown it. */
export const withheld = (answer: Answer): Answer =>
  IS_SHOWN[answer.criterion.fact] ? answer : { ...answer, found: null };
