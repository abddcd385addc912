import { comparisonOf } from '../../rule/comparison.ts';
import type { FactSubject } from '../../rule/fact.ts';
import { personFacts } from '../../rule/facts.ts';
import type { Person } from '../../rule/person.ts';
import type { PersonCriterion } from '../../rule/rule.ts';
import { criteriaOf } from '../../rule/walk.ts';
import type { CompiledPathway } from '../evaluate.ts';
import type { Change } from './change.ts';
import { type Ladder, ladderOf, type Rung, serves } from './ladder.ts';
import { offerAsksNoMore, offersAt } from './offers.ts';
import { lengthOf, type Purse } from './purse.ts';
import { turnsOf } from './turns.ts';

/** One thing that a person can change, as a rule sees it: she makes one of the changes at most. */
export type Slot = {
  subject: FactSubject;
  /** A change stands after those that ask less. */
  changes: Iterable<Change>;
  /** Whether the first of two of the changes asks no more than the second. */
  asksNoMore(a: Change, b: Change): boolean;
};

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

/** What making a change ready costs, besides reading the profile. */
const PER_RUNG = 10;

/** Whether a ladder is to be climbed for the sake of another: where climbing the other would not do as well. */
const isFor = (ladder: Ladder, other: Ladder): boolean =>
  ladder === other || (serves(ladder, other) && !serves(other, ladder));

/** The change to a step, of the ladder itself or of another; undefined where the person stands there already, or nobody gets there. */
function rungTo({ ladder, from }: Omit<Climb, 'steps'>, most: number, other: Ladder, step: number): Rung | undefined {
  if (other !== ladder && ladder.rungFor !== undefined) return ladder.rungFor(from, other, step);
  return step > (from ?? ladder.least) && step <= most ? ladder.rung(from, step) : undefined;
}

/** The changes above where the person stands: to the steps of a ladder, and to those of others that it serves. */
function* rungsOf({ ladder, from }: Climb, climbs: readonly Climb[], cost: number, purse: Purse): Generator<Rung> {
  if (purse.left <= 0) return;
  purse.left -= cost;
  const most = ladder.most();
  for (const other of climbs) {
    purse.left -= 1;
    if (!isFor(ladder, other.ladder)) continue;
    for (const step of other.steps) {
      if (purse.left <= 0) return;
      purse.left -= PER_RUNG + cost;
      const rung = rungTo({ ladder, from }, most, other.ladder, step);
      if (rung !== undefined) yield rung;
    }
  }
}

const isRaise = ({ change }: Rung): boolean => change.fact !== 'experience' || change.to > (change.from ?? 0);

/** A slot of ladders that measure one thing: of the same height one change will do. */
function slotOf(rungs: readonly Rung[]): Slot[] {
  const rising = [...rungs].filter(isRaise).sort((a, b) => a.height - b.height);
  const changes = rising.filter(({ height }, at) => height !== rising[at - 1]?.height).map(({ change }) => change);
  const places = new Map(changes.map((change, at) => [change, at]));
  const [first] = changes;
  if (first === undefined) return [];
  const asksNoMore = (a: Change, b: Change) => (places.get(a) ?? 0) <= (places.get(b) ?? 0);
  return [{ subject: personFacts[first.fact].subject, changes, asksNoMore }];
}

/** Ladders of one thing, such as the same work within different times, stand together: one change climbs them all. */
function raisesOf(climbs: readonly Climb[], person: Person, purse: Purse): Slot[] {
  const things = new Map<string, Rung[]>();
  for (const climb of climbs) {
    const key = `${climb.ladder.fact} ${climb.ladder.of}`;
    const rungs = things.get(key) ?? [];
    for (const rung of rungsOf(climb, climbs, lengthOf(person.profile), purse)) rungs.push(rung);
    things.set(key, rungs);
  }
  return [...things.values()].flatMap(slotOf);
}

/**
 * What a person can change that a pathway's rule looks at. A change goes to a value at which some criterion turns: further than that, and
 * short of the next, nothing is different. Where the purse is empty some may be missing.
 */
export function slotsOf(compiled: CompiledPathway, person: Person, purse: Purse): Slot[] {
  const { destination, eligibility } = compiled.pathway;
  const criteria = criteriaOf(eligibility);
  const offers: Slot = {
    subject: 'offer',
    changes: offersAt(destination, criteria, person),
    asksNoMore: offerAsksNoMore,
  };
  const asksOffer = criteria.some(({ fact }) => personFacts[fact].subject === 'offer');
  return [...raisesOf(climbsOf(compiled, criteria, person), person, purse), ...(asksOffer ? [offers] : [])];
}
