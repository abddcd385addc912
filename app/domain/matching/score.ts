import { Cefr } from '../documents/codes.ts';
import type { Vacancy } from '../documents/index.ts';
import { decimalOf, unitsAt } from '../number/decimal.ts';
import { monthsOf, windowTo } from '../rule/facts/experience.ts';
import { levelAsked } from '../rule/holdings.ts';
import { dayNumber } from '../time/calendar.ts';
import { covered } from '../time/spans.ts';
import { nearestTo } from './closeness.ts';
import { type OfferTerms, offerTerms, type ScoredVacancy, skillWord, type YearlyWage } from './offer-terms.ts';
import { FULL_EXPERIENCE, LATEST, type PartName, WEIGHTS } from './weights.ts';
import { type ScoredWorker, type WorkerTerms, workerTerms } from './worker-terms.ts';

/** Why a part came to its points, in what both sides tell; null: not told, or there is none. */
type Reasons = {
  occupation: { asked: string; nearest: string | null; digits: number };
  experience: { occupation: string; months: number | null };
  skills: { asked: number; missing: readonly string[] | null };
  languages: { asked: readonly { language: string; cefr: string; held: string | null }[] };
  wage: { offered: YearlyWage | null; present: YearlyWage | null };
  dates: { startOn: string | null; availableFrom: string | null; daysLate: number };
};

/** Whether a part was weighed (`told`), counts half as the person did not tell (`untold`), or is left out as there is nothing to weigh (`left-out`). */
export const BASES = ['told', 'untold', 'left-out'] as const;
type Basis = (typeof BASES)[number];

/** A part of a score: its points of the most that it can have here, and why. */
export type ScorePart = {
  [P in PartName]: { part: P; points: number; most: number; basis: Basis } & Reasons[P];
}[PartName];

/** How well a worker and a vacancy fit beyond what is required, 0 to 100: the points of all parts of the most that they can have. */
export type MatchScore = { score: number; parts: readonly ScorePart[] };

type Weighed = { points: number; most: number; basis: Basis };

const leftOut: Weighed = { points: 0, most: 0, basis: 'left-out' };
const untold = (part: PartName): Weighed => ({ points: WEIGHTS[part] / 2, most: WEIGHTS[part], basis: 'untold' });

/** The share `have` of `all`, above 0, of a part's points, cut to whole ones. */
const share = (part: PartName, have: number, all: number): Weighed => ({
  points: Math.floor((WEIGHTS[part] * have) / all),
  most: WEIGHTS[part],
  basis: 'told',
});

const count = (asked: readonly string[], held: ReadonlySet<string>) => asked.filter((word) => held.has(word)).length;

/** Of words that are asked for, how many are held. */
function ofWords(part: PartName, asked: readonly string[], held: ReadonlySet<string> | undefined): Weighed {
  if (asked.length === 0) return leftOut;
  return held === undefined ? untold(part) : share(part, count(asked, held), asked.length);
}

/** How many months a worker has worked in an occupation, or all that it covers. */
export function monthsIn(occupation: string, { jobs, on }: WorkerTerms): number | undefined {
  const own = jobs?.filter((job) => job.occupation.startsWith(occupation));
  if (own === undefined) return undefined;
  return own.length === 0 ? 0 : covered(own.map(monthsOf), windowTo(on));
}

const ofOccupation = (occupation: string, { occupations }: WorkerTerms) =>
  occupations === undefined
    ? untold('occupation')
    : share('occupation', nearestTo(occupation, occupations)?.digits ?? 0, occupation.length);

const ofExperience = (months: number | undefined) =>
  months === undefined ? untold('experience') : share('experience', Math.min(months, FULL_EXPERIENCE), FULL_EXPERIENCE);

const HUNDREDTHS = 2;
const inHundredths = (amount: number) => unitsAt(decimalOf(amount), HUNDREDTHS);

/** The points of what depends on the vacancy's occupation alone. */
export const pointsIn = (occupation: string, worker: WorkerTerms): number =>
  ofOccupation(occupation, worker).points + ofExperience(monthsIn(occupation, worker)).points;

function ofWage(offered: YearlyWage | undefined, present: YearlyWage | undefined): Weighed {
  if (offered === undefined || present === undefined || offered.currency !== present.currency) return leftOut;
  if (offered.amount >= present.amount) return share('wage', 1, 1);
  const points = (BigInt(WEIGHTS.wage) * inHundredths(offered.amount)) / inHundredths(present.amount);
  return { points: Number(points), most: WEIGHTS.wage, basis: 'told' };
}

const lateness = (startOn: string, availableFrom: string) => Math.max(0, dayNumber(availableFrom) - dayNumber(startOn));

function ofDates(startOn: string | undefined, availableFrom: string | undefined): Weighed {
  if (startOn === undefined) return leftOut;
  if (availableFrom === undefined) return untold('dates');
  return share('dates', Math.max(0, LATEST - lateness(startOn, availableFrom)), LATEST);
}

const missingSkills = ({ skills = [] }: ScoredVacancy, held: WorkerTerms['skills']) =>
  held === undefined ? null : skills.filter((skill) => !held.has(skillWord(skill)));

type Asked = NonNullable<Vacancy['languages']>[number];

const levelOf = ({ language, cefr }: Asked, { levels }: WorkerTerms) => ({
  ...{ language, cefr },
  held: Cefr.options.findLast((level) => levels?.has(levelAsked(language, level))) ?? null,
});

function partsOf(vacancy: ScoredVacancy, offer: OfferTerms, worker: WorkerTerms): ScorePart[] {
  const { occupation, startOn } = offer;
  const nearest = nearestTo(occupation, worker.occupations ?? []);
  const months = monthsIn(occupation, worker);
  const { availableFrom } = worker;
  const daysLate = startOn !== undefined && availableFrom !== undefined ? lateness(startOn, availableFrom) : 0;
  return [
    {
      ...{ part: 'occupation', ...ofOccupation(occupation, worker) },
      ...{ asked: occupation, nearest: nearest?.nearest ?? null, digits: nearest?.digits ?? 0 },
    },
    { part: 'experience', ...ofExperience(months), occupation, months: months ?? null },
    {
      ...{ part: 'skills', ...ofWords('skills', offer.skills, worker.skills) },
      ...{ asked: offer.skills.length, missing: missingSkills(vacancy, worker.skills) },
    },
    {
      ...{ part: 'languages', ...ofWords('languages', offer.levels, worker.levels) },
      asked: (vacancy.languages ?? []).map((asked) => levelOf(asked, worker)),
    },
    {
      ...{ part: 'wage', ...ofWage(offer.wage, worker.wage) },
      ...{ offered: offer.wage ?? null, present: worker.wage ?? null },
    },
    {
      ...{ part: 'dates', ...ofDates(startOn, availableFrom) },
      ...{ startOn: startOn ?? null, availableFrom: availableFrom ?? null, daysLate },
    },
  ];
}

/** Points of the most there can be, as a whole number to 100, rounded half up. */
export const outOfHundred = (points: number, most: number): number => Math.floor((200 * points + most) / (2 * most));

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** How well a worker whose terms are known fits a vacancy; the same seen from either side. */
export function scoreOf(worker: WorkerTerms, vacancy: ScoredVacancy): MatchScore {
  const parts = partsOf(vacancy, offerTerms(vacancy), worker);
  const points = sum(parts.map((part) => part.points));
  return { score: outOfHundred(points, sum(parts.map(({ most }) => most))), parts };
}

/** How well a worker fits a vacancy on a day (`YYYY-MM-DD`), of which the months of work and nothing else depend. */
export const score = (worker: ScoredWorker, vacancy: ScoredVacancy, on: string): MatchScore =>
  scoreOf(workerTerms(worker, on), vacancy);
