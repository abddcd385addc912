import type { Profile } from '../documents/index.ts';
import { type Job, monthsOf, windowTo } from '../rule/facts/experience.ts';
import { levelsHeld } from '../rule/holdings.ts';
import { skillWord, type YearlyWage, yearly } from './offer-terms.ts';

/**
 * All that a score can see of a worker. Sex, age, nationality, family and health are not among it, nor anything that stands for them: what
 * the law asks of these, the rules ask.
 */
export type ScoredWorker = Pick<
  Profile,
  'experience' | 'qualifications' | 'skills' | 'languages' | 'offer' | 'availableFrom'
>;

/** What a worker tells that vacancies may ask for, on a day; undefined: not told. */
export type WorkerTerms = {
  on: string;
  /** Occupations worked in by that day, or qualified for. */
  occupations: readonly string[] | undefined;
  jobs: readonly Job[] | undefined;
  skills: ReadonlySet<string> | undefined;
  levels: ReadonlySet<string> | undefined;
  /** Of the offer that the worker has at present, anywhere. */
  wage: YearlyWage | undefined;
  availableFrom: string | undefined;
};

function occupationsOf({ experience, qualifications }: ScoredWorker, on: string): string[] | undefined {
  if (experience === undefined && qualifications === undefined) return undefined;
  const { last } = windowTo(on);
  const begun = (experience ?? []).filter((job) => monthsOf(job).first <= last);
  return [...begun, ...(qualifications ?? [])].map(({ occupation }) => occupation);
}

export const workerTerms = (worker: ScoredWorker, on: string): WorkerTerms => ({
  on,
  occupations: occupationsOf(worker, on),
  jobs: worker.experience,
  skills: worker.skills && new Set(worker.skills.map(skillWord)),
  levels: worker.languages && new Set(levelsHeld(worker.languages)),
  wage: yearly(worker.offer?.wage, worker.offer?.hoursPerWeek),
  availableFrom: worker.availableFrom,
});
