import { Cefr } from '../../documents/codes.ts';
import { LEVELS } from '../../rule/facts/language.ts';
import { Standing } from '../../rule/facts/qualification.ts';
import { coveredBy } from '../../rule/measure.ts';
import type { Person } from '../../rule/person.ts';
import type { CriterionOf, PersonCriterion } from '../../rule/rule.ts';
import { monthNumber } from '../../time/calendar.ts';
import { ANY_WORK, type Change, type ChangeableFact } from './change.ts';
import { jobNeeded, mostMonths, workedMonths } from './job-needed.ts';

/** A change, and how far it goes: of changes of one thing the higher one asks more. */
export type Rung = { height: number; change: Change };

/** What a person can raise, step by step, as a criterion measures it; a step is a number, of words the place of the word. */
export type Ladder = {
  fact: Exclude<ChangeableFact, 'offer'>;
  of?: string | readonly string[] | undefined;
  withinMonths?: number | undefined;
  /** In rising order. */
  words?: readonly string[];
  /** Where a person stands of whom nothing is known, and the highest step that anybody gets to. */
  least: number;
  most(): number;
  /** The change from one step to another. */
  rung(from: number | null, to: number): Rung | undefined;
  /** The change that takes the person to a step of another ladder, in the measure of this one; absent: both measure alike. */
  rungFor?(from: number | null, other: Ladder, step: number): Rung;
};

/** More than any vocational training takes. */
const MOST_TRAINING_MONTHS = 120;
const HIGHEST_ISCED = 8;
const unbounded = () => Number.POSITIVE_INFINITY;

const languageLadder = ({ fact, of }: CriterionOf<'language'>): Ladder => ({
  ...{ fact, of, words: LEVELS, least: 0 },
  most: () => LEVELS.length - 1,
  rung: (from, to) => {
    const reached = Cefr.options[to - 1];
    const before = from === null ? null : (Cefr.options[from - 1] ?? 'below A1');
    return reached && { height: to, change: { fact, of, from: before, to: reached } };
  },
});

const testLadder = ({ fact, of }: CriterionOf<'test'>): Ladder => ({
  ...{ fact, of, least: Number.NEGATIVE_INFINITY, most: unbounded },
  rung: (from, to) => ({ height: to, change: { fact, of, from, to } }),
});

const educationLadder = ({ fact }: CriterionOf<'education'>): Ladder => ({
  ...{ fact, least: 0 },
  most: () => HIGHEST_ISCED,
  rung: (from, to) => ({ height: to, change: { fact, from, to } }),
});

const trainingLadder = ({ fact, of }: CriterionOf<'training'>): Ladder => ({
  ...{ fact, of, least: 0 },
  most: () => MOST_TRAINING_MONTHS,
  rung: (from, to) => ({ height: to, change: { fact, of, from, to } }),
});

/** Whatever a criterion counts, what is asked of the person is a job: the earlier it begins, the more. */
function experienceLadder({ fact, of, withinMonths }: CriterionOf<'experience'>, { profile, on }: Person): Ladder {
  const work = { of, withinMonths };
  const { experience = [] } = profile;
  const jobFor = (counted: typeof work, to: number) => jobNeeded({ ...counted, to }, profile, on, of?.[0] ?? ANY_WORK);
  return {
    ...{ fact, ...work, least: 0 },
    most: () => mostMonths(work, profile, on),
    rung: (from, to) => ({ height: -monthNumber(jobFor(work, to).from), change: { fact, ...work, from, to } }),
    rungFor: (from, { of: others, withinMonths: within }, step) => {
      const job = jobFor({ of: typeof others === 'string' ? [others] : others?.slice(), withinMonths: within }, step);
      const to = workedMonths(work, { ...profile, experience: [...experience, job] }, on);
      return { height: -monthNumber(job.from), change: { fact, ...work, from, to } };
    },
  };
}

const qualificationLadder = ({ fact, of }: CriterionOf<'qualification'>, destination: string): Ladder => ({
  ...{ fact, of, words: Standing.options, least: 0 },
  most: () => Standing.options.length - 1,
  rung: (from, to) => {
    const reached = Standing.options[to];
    if (reached === undefined || reached === 'none') return undefined;
    const before = from === null ? null : (Standing.options[from] ?? null);
    return { height: to, change: { fact, of, destination, from: before, to: reached } };
  },
});

const savingsLadder = ({ fact, currency }: CriterionOf<'savings'>): Ladder => ({
  ...{ fact, of: currency, least: 0, most: unbounded },
  rung: (from, to) => ({
    height: to,
    change: { fact, from: from === null ? null : { amount: from, currency }, to: { amount: to, currency } },
  }),
});

/** What a person could raise to meet a criterion; undefined where there is nothing of the kind. */
export function ladderOf(criterion: PersonCriterion, destination: string, person: Person): Ladder | undefined {
  switch (criterion.fact) {
    case 'language':
      return languageLadder(criterion);
    case 'test':
      return testLadder(criterion);
    case 'education':
      return educationLadder(criterion);
    case 'training':
      return trainingLadder(criterion);
    case 'experience':
      return experienceLadder(criterion, person);
    case 'qualification':
      return qualificationLadder(criterion, destination);
    case 'savings':
      return savingsLadder(criterion);
    default:
      return undefined;
  }
}

/** Whether climbing one ladder is climbing the other as well: German of Austria is German, months of nursing are months of work. */
export function serves({ fact, of }: Ladder, { fact: otherFact, of: other }: Ladder): boolean {
  if (fact !== otherFact) return false;
  if (typeof other !== 'string') return other === undefined || coveredBy(of?.[0] ?? ANY_WORK, other);
  return of === other || (fact === 'language' && String(of).startsWith(`${other}-`));
}
