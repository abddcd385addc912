import { Cefr } from '../../documents/codes.ts';
import { LEVELS } from '../../rule/facts/language.ts';
import { Standing } from '../../rule/facts/qualification.ts';
import { coveredBy } from '../../rule/measure.ts';
import type { Person } from '../../rule/person.ts';
import type { CriterionOf, PersonCriterion } from '../../rule/rule.ts';
import { ANY_WORK, type Change, type ChangeableFact } from './change.ts';
import { jobNeeded, mostMonths, workedMonths } from './job-needed.ts';

/** What a person can raise, step by step; a step is a number, of words the place of the word. */
export type Ladder = {
  fact: Exclude<ChangeableFact, 'offer'>;
  of?: string | readonly string[] | undefined;
  withinMonths?: number | undefined;
  /** In rising order. */
  words?: readonly string[];
  /** Where a person stands of whom nothing is known, and the highest step that anybody gets to. */
  least: number;
  most(): number;
  change(from: number | null, to: number): Change | undefined;
  /** The step here of whoever has climbed so far on another ladder that this one serves; absent: the same step. */
  stepFor?(other: Ladder, step: number): number;
};

/** More than any vocational training takes. */
const MOST_TRAINING_MONTHS = 120;
const HIGHEST_ISCED = 8;
const unbounded = () => Number.POSITIVE_INFINITY;

const languageLadder = ({ fact, of }: CriterionOf<'language'>): Ladder => ({
  ...{ fact, of, words: LEVELS, least: 0 },
  most: () => LEVELS.length - 1,
  change: (from, to) => {
    const reached = Cefr.options[to - 1];
    const before = from === null ? null : (Cefr.options[from - 1] ?? 'below A1');
    return reached && { fact, of, from: before, to: reached };
  },
});

const testLadder = ({ fact, of }: CriterionOf<'test'>): Ladder => ({
  ...{ fact, of, least: Number.NEGATIVE_INFINITY, most: unbounded },
  change: (from, to) => ({ fact, of, from, to }),
});

const educationLadder = ({ fact }: CriterionOf<'education'>): Ladder => ({
  ...{ fact, least: 0 },
  most: () => HIGHEST_ISCED,
  change: (from, to) => ({ fact, from, to }),
});

const trainingLadder = ({ fact, of }: CriterionOf<'training'>): Ladder => ({
  ...{ fact, of, least: 0 },
  most: () => MOST_TRAINING_MONTHS,
  change: (from, to) => ({ fact, of, from, to }),
});

function experienceLadder({ fact, of, withinMonths }: CriterionOf<'experience'>, { profile, on }: Person): Ladder {
  const work = { of, withinMonths };
  const { experience = [] } = profile;
  return {
    ...{ fact, ...work, least: 0 },
    most: () => mostMonths(work, profile, on),
    change: (from, to) => ({ fact, ...work, from, to }),
    stepFor: ({ of: others, withinMonths: within }, step) => {
      const other = { of: typeof others === 'string' ? [others] : others, withinMonths: within, to: step };
      const job = jobNeeded(other, profile, on, of?.[0] ?? ANY_WORK);
      return workedMonths(work, { ...profile, experience: [...experience, job] }, on);
    },
  };
}

const qualificationLadder = ({ fact, of }: CriterionOf<'qualification'>, destination: string): Ladder => ({
  ...{ fact, of, words: Standing.options, least: 0 },
  most: () => Standing.options.length - 1,
  change: (from, to) => {
    const reached = Standing.options[to];
    if (reached === undefined || reached === 'none') return undefined;
    const before = from === null ? null : (Standing.options[from] ?? null);
    return { fact, of, destination, from: before, to: reached };
  },
});

const savingsLadder = ({ fact, currency }: CriterionOf<'savings'>): Ladder => ({
  ...{ fact, of: currency, least: 0, most: unbounded },
  change: (from, to) => ({
    fact,
    from: from === null ? null : { amount: from, currency },
    to: { amount: to, currency },
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
