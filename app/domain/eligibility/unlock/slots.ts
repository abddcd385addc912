import { comparisonOf } from '../../rule/comparison.ts';
import type { FactSubject } from '../../rule/fact.ts';
import { personFacts } from '../../rule/facts.ts';
import type { Person } from '../../rule/person.ts';
import type { PersonCriterion } from '../../rule/rule.ts';
import { criteriaOf } from '../../rule/walk.ts';
import type { CompiledPathway } from '../evaluate.ts';
import type { Change } from './change.ts';
import { type Ladder, ladderOf, serves } from './ladder.ts';
import { offersAt } from './offers.ts';
import { lengthOf, type Purse } from './purse.ts';
import { turnsOf } from './turns.ts';

/** One thing that a person can change, as a rule sees it: she makes one of the changes at most, and those that ask less come first. */
export type Slot = { subject: FactSubject; changes: Iterable<Change> };

/** A ladder, where the person stands on it, and the steps at which a criterion turns. */
type Climb = { ladder: Ladder; from: number | null; steps: Set<number> };

const stepOf = ({ words }: Ladder, value: unknown): number =>
  words === undefined ? Number(value) : words.indexOf(String(value));

/** A person stands where she stands for the criterion that counts the least of her. */
const lower = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.min(a, b));

function climbsOf({ pathway, found }: CompiledPathway, criteria: readonly PersonCriterion[], person: Person): Climb[] {
  const climbs = new Map<string, Climb>();
  for (const criterion of criteria) {
    const ladder = ladderOf(criterion, pathway.destination, person);
    if (ladder === undefined) continue;
    const value = found(criterion, person);
    const from = value === null ? null : stepOf(ladder, value);
    const { operator, value: compared } = comparisonOf(criterion);
    const turns = turnsOf(operator, stepOf(ladder, compared));
    const key = `${ladder.fact} ${ladder.of} ${ladder.withinMonths}`;
    const climb = climbs.get(key) ?? { ladder, from, steps: new Set() };
    climb.from = lower(climb.from, from);
    for (const turn of turns) climb.steps.add(turn);
    climbs.set(key, climb);
  }
  return [...climbs.values()];
}

/** The steps at which criteria turn that a ladder serves, those of others told in its own measure. */
function stepsOf({ ladder }: Climb, climbs: readonly Climb[], person: Person, purse: Purse): number[] {
  const cost = lengthOf(person.profile);
  const steps = new Set<number>();
  for (const other of climbs) {
    if (purse.left <= 0) break;
    purse.left -= 1;
    if (!serves(ladder, other.ladder)) continue;
    const isOwn = other.ladder === ladder;
    for (const step of other.steps) {
      purse.left -= isOwn ? 1 : cost;
      if (purse.left > 0) steps.add(isOwn ? step : (ladder.stepFor?.(other.ladder, step) ?? step));
    }
  }
  return [...steps].sort((a, b) => a - b);
}

/** The changes to each step above where a person stands; made as they are asked for. */
function changesTo(steps: readonly number[], { ladder, from }: Climb): Iterable<Change> {
  return {
    *[Symbol.iterator]() {
      for (const step of steps) {
        const change = ladder.change(from, step);
        if (change !== undefined) yield change;
      }
    },
  };
}

function raisesOf(climb: Climb, climbs: readonly Climb[], person: Person, purse: Purse): Slot[] {
  const { ladder, from } = climb;
  const [least, most] = [from ?? ladder.least, ladder.most()];
  const steps = stepsOf(climb, climbs, person, purse).filter((step) => step > least && step <= most);
  return steps.length === 0 ? [] : [{ subject: personFacts[ladder.fact].subject, changes: changesTo(steps, climb) }];
}

/**
 * What a person can change that a pathway's rule looks at. A change goes to a value at which some criterion turns: further than that, and
 * short of the next, nothing is different. Where the purse is empty some may be missing.
 */
export function slotsOf(compiled: CompiledPathway, person: Person, purse: Purse): Slot[] {
  const { destination, eligibility } = compiled.pathway;
  const criteria = criteriaOf(eligibility);
  const climbs = climbsOf(compiled, criteria, person);
  const asksOffer = criteria.some(({ fact }) => personFacts[fact].subject === 'offer');
  const offers: Slot[] = asksOffer ? [{ subject: 'offer', changes: offersAt(destination, criteria, person) }] : [];
  return [...climbs.flatMap((climb) => raisesOf(climb, climbs, person, purse)), ...offers];
}
