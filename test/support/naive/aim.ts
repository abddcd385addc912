import {
  type CriterionOf,
  comparisonOf,
  type PersonCriterion,
  type PersonRule,
} from '../../../app/domain/documents/index.ts';
import { judgeCriterion } from './criterion.ts';
import { rewritten } from './rewrite.ts';
import type { Told } from './told.ts';

type Counting = CriterionOf<'age' | 'experience' | 'offerWage' | 'stay'>;
type Operator = 'gte' | 'gt' | 'lte' | 'lt';

/** The same question by one comparison, of an amount in years, months, days or money. */
function asking(criterion: Counting, operator: Operator, amount: number): Counting {
  const { ...question } = criterion;
  for (const other of ['gte', 'gt', 'lte', 'lt'] as const) delete question[other];
  question[operator] = amount;
  return question;
}

/** The greatest age that a rule may ask for. */
const oldest = 120;

/** How much the person has, to the year, month, day or hundredth, found by asking; undefined where nobody knows. */
function amountFound(criterion: Counting, told: Told): number | undefined {
  const units = criterion.fact === 'offerWage' ? 100 : 1;
  const has = (count: number) => judgeCriterion(asking(criterion, 'gte', count / units), told) === 'met';
  if (!has(0)) return undefined;
  let [enough, tooMuch] = [0, 1];
  while (has(tooMuch)) [enough, tooMuch] = [tooMuch, tooMuch * 2];
  while (tooMuch - enough > 1) {
    const middle = Math.floor((enough + tooMuch) / 2);
    [enough, tooMuch] = has(middle) ? [middle, tooMuch] : [enough, middle];
  }
  return enough / units;
}

function aimedOne(criterion: PersonCriterion, told: Told): PersonCriterion {
  const { fact } = criterion;
  if (fact !== 'age' && fact !== 'experience' && fact !== 'offerWage' && fact !== 'stay') return criterion;
  const { operator } = comparisonOf(criterion);
  if (operator !== 'gte' && operator !== 'gt' && operator !== 'lte' && operator !== 'lt') return criterion;
  const amount = amountFound(criterion, told);
  if (amount === undefined || (fact === 'age' && amount > oldest)) return criterion;
  return asking(criterion, operator, amount);
}

/** The same rule, asking of what is counted exactly as much as the person has, so that a day, a month or a cent turns the answer. */
export function aimed(rule: PersonRule, told: Told): PersonRule {
  return rewritten(rule, { criterion: (criterion) => aimedOne(criterion, told) });
}
