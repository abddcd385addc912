import type { Pathway } from '../../documents/pathway.ts';
import { canBe } from '../../rule/can-be.ts';
import type { FactSubject } from '../../rule/fact.ts';
import { personFacts } from '../../rule/facts.ts';
import { Person } from '../../rule/person.ts';
import { criteriaOf } from '../../rule/walk.ts';
import type { CompiledPathway, PathwayCriterion } from '../evaluate.ts';
import { applyChange } from './apply-change.ts';
import { type Change, occupationsOf } from './change.ts';
import { oneOfEach, oneOfEachGroup, takenAgain } from './choices.ts';
import { joinOffers } from './join-offers.ts';
import { namedOccupations } from './offers.ts';
import { costOf, type Purse } from './purse.ts';
import { type Slot, slotsOf } from './slots.ts';

/** A search that would cost more ends with what it found, and says that it did not see everything: for one pathway, and for all. */
export const MOST_FOR_ONE = 1_000_000;
export const MOST_FOR_ALL = 3_000_000;
/** More sets for one pathway than anybody reads; beyond, likewise. */
export const MOST_SETS = 100;

type Changes = readonly Change[];
/** The change that is varied, and the occupation chosen for it. */
type Choice = { at: number; occupation: string };

/** The person once every change is made. */
function changed({ profile, on }: Person, changes: Changes, choice?: Choice): Person {
  const chosen = (at: number) => (choice?.at === at ? choice.occupation : undefined);
  return new Person(
    changes.reduce((sofar, change, at) => applyChange(change, sofar, on, chosen(at)), profile),
    on,
  );
}

/** Whether changes make a person eligible; where the purse is empty they are not tried, and do not. */
type Trial = {
  /** Whichever of the occupations left open is chosen. */
  opens(changes: Changes): boolean;
  /** The offer being for an occupation. */
  opensAs(changes: Changes, occupation: string): boolean;
};

function trialOf(compiled: CompiledPathway, person: Person, purse: Purse): Trial {
  const cost = costOf(compiled.pathway, person.profile);
  const isEligible = (changes: Changes, choice?: Choice) => {
    if (purse.left <= 0) return false;
    purse.left -= cost;
    return compiled.verdict(changed(person, changes, choice)) === 'eligible';
  };
  const allChoices = (changes: Changes) =>
    changes.flatMap((change, at) =>
      occupationsOf(change)
        .slice(1)
        .map((occupation) => ({ at, occupation })),
    );
  return {
    opens: (changes) => isEligible(changes) && allChoices(changes).every((choice) => isEligible(changes, choice)),
    opensAs: (changes, occupation) =>
      isEligible(changes, { at: changes.findIndex(({ fact }) => fact === 'offer'), occupation }),
  };
}

const asksNoMoreInAll = (slots: readonly Slot[], less: Changes, more: Changes): boolean =>
  slots.every((slot, at) => {
    const [one, other] = [less[at], more[at]];
    return one !== undefined && other !== undefined && slot.asksNoMore(one, other);
  });

/** One change of each slot in every way that opens, but those that ask more than another that opens. */
function leastOf(slots: readonly Slot[], { opens }: Trial, purse: Purse): Changes[] {
  const found: Changes[] = [];
  for (const changes of oneOfEach(slots.map((slot) => slot.changes))) {
    if (purse.left <= 0) break;
    purse.left -= 1 + found.length;
    if (!found.some((less) => asksNoMoreInAll(slots, less, changes)) && opens(changes)) found.push(changes);
  }
  return found;
}

function bySubject(slots: readonly Slot[]): Slot[][] {
  const groups = new Map<FactSubject, Slot[]>();
  for (const slot of slots) {
    const group = groups.get(slot.subject);
    if (group === undefined) groups.set(slot.subject, [slot]);
    else group.push(slot);
  }
  return [...groups.values()];
}

const subjectOf = ({ fact }: PathwayCriterion): FactSubject =>
  fact === 'origin' ? 'nationalities' : personFacts[fact].subject;

/** Where a profile states what a person can change. */
export const CHANGEABLE: ReadonlySet<FactSubject> = new Set<FactSubject>([
  ...(['languages', 'tests', 'education', 'experience', 'qualifications', 'savings', 'offer'] as const),
]);

/** Whether a pathway could open if what these keys state came out as one likes. */
type HasHope = (subjects: ReadonlySet<FactSubject>) => boolean;

function hopeOf(compiled: CompiledPathway, person: Person): HasHope {
  const judged = compiled.judge(person);
  return (subjects) => canBe(judged, 'met', (criterion) => subjects.has(subjectOf(criterion)));
}

/** So many slots in every way that leaves hope. */
function* hopefulSlots(slots: readonly Slot[], count: number, hasHope: HasHope): Generator<Slot[]> {
  for (const groups of takenAgain(bySubject(slots), count)) {
    const subjects = new Set(groups.flatMap(([first]) => first?.subject ?? []));
    if (hasHope(subjects)) yield* oneOfEachGroup(groups);
  }
}

/** How many changes a set has at most, and of what. */
type Bounds = { atMost: number; changeable: ReadonlySet<FactSubject> };

type Found = { sets: readonly Changes[]; complete: boolean };

function search(compiled: CompiledPathway, person: Person, { atMost, changeable }: Bounds, purse: Purse): Found {
  const hasHope = hopeOf(compiled, person);
  if (!hasHope(changeable)) return { sets: [], complete: true };
  const slots = slotsOf(compiled, person, purse).filter(({ subject }) => changeable.has(subject));
  const trial = trialOf(compiled, person, purse);
  const named = namedOccupations(criteriaOf(compiled.pathway.eligibility));
  const sets: Changes[] = [];
  for (let count = 1; count <= atMost && sets.length === 0; count += 1)
    for (const tried of hopefulSlots(slots, count, hasHope)) {
      sets.push(...joinOffers(leastOf(tried, trial, purse), named, trial.opensAs));
      if (purse.left <= 0 || sets.length > MOST_SETS) return { sets: sets.slice(0, MOST_SETS), complete: false };
    }
  return { sets, complete: purse.left > 0 };
}

/** A set of changes that makes a person eligible for a pathway, none of which can be left out or be smaller. */
export type Unlock = { pathway: Pathway; changes: Changes };

/** The unlocks in the order of the pathways, and the pathways of which a search did not see everything. */
export type Unlocks = { unlocks: readonly Unlock[]; incomplete: readonly Pathway[] };

/**
 * The smallest sets of at most so many changes that make each pathway eligible: all sets of the smallest number, but those that ask for
 * more than another of them does. None for a pathway that is open already, not in effect, or not to be opened so. A change is judged as
 * if it had been made by the day of evaluation.
 */
export function findUnlocks(
  pathways: readonly CompiledPathway[],
  person: Person,
  atMost: number,
  changeable: ReadonlySet<FactSubject> = CHANGEABLE,
): Unlocks {
  const unlocks: Unlock[] = [];
  const incomplete: Pathway[] = [];
  let left = MOST_FOR_ALL;
  for (const compiled of closedTo(person, pathways)) {
    const { pathway } = compiled;
    const share = Math.min(MOST_FOR_ONE, left);
    const purse = { left: share };
    const { sets, complete } = search(compiled, person, { atMost, changeable }, purse);
    left -= share - purse.left;
    unlocks.push(...sets.map((changes) => ({ pathway, changes })));
    if (!complete) incomplete.push(pathway);
  }
  return { unlocks, incomplete };
}

/** The pathways in effect that are not open to a person. */
export const closedTo = (person: Person, pathways: readonly CompiledPathway[]): CompiledPathway[] =>
  pathways.filter(({ verdict }) => !['eligible', null].includes(verdict(person)));
