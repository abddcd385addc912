import { iscoCodes } from '../../documents/isco-codes.ts';
import type { Pathway } from '../../documents/pathway.ts';
import { coveredBy } from '../../rule/measure.ts';
import { Person } from '../../rule/person.ts';
import { criteriaOf } from '../../rule/walk.ts';
import type { CompiledPathway } from '../evaluate.ts';
import { applyChange } from './apply-change.ts';
import { type Change, occupationsOf } from './change.ts';
import { closedTo, MOST_FOR_ALL, type Unlock } from './find-unlocks.ts';
import { namedOccupations } from './offers.ts';
import { costOf, type Purse } from './purse.ts';

/** A change that is enough by itself, and every pathway that it opens. */
export type Single = { change: Change; opens: readonly Pathway[] };

/** More than anybody weighs against each other. */
export const MOST_SINGLES = 50;

/** A pathway that is not open, what it costs to ask it, and the occupations that its rule names. */
type Closed = { compiled: CompiledPathway; cost: number; named: readonly string[] };

/** The occupations that a change leaves open, and those among them that a rule which names some could tell apart. */
function occupationsAmong(change: Change, { named }: Closed, purse: Purse): readonly (string | undefined)[] {
  const own = occupationsOf(change);
  if (own.length === 0) return [undefined];
  if (change.fact !== 'offer') return own;
  const { occupations, except = [] } = change.to;
  const isLeftOpen = (code: string) =>
    (occupations === undefined || coveredBy(code, occupations)) && !coveredBy(code, except);
  const told = [...own, ...named.filter(isLeftOpen)];
  if (occupations !== undefined) return told;
  purse.left -= iscoCodes.length * named.length;
  const other = iscoCodes.find((code) => isLeftOpen(code) && !coveredBy(code, named));
  return other === undefined ? told : [...told, other];
}

/** The person once a change is made, for each choice of occupation the same person, who remembers what was read of her. */
function changedBy(change: Change, { profile, on }: Person): (occupation: string | undefined) => Person {
  const made = new Map<string | undefined, Person>();
  return (occupation) => {
    const person = made.get(occupation) ?? new Person(applyChange(change, profile, on, occupation), on);
    made.set(occupation, person);
    return person;
  };
}

/** The pathways that a change opens, whichever occupation is chosen of those it leaves open. */
function openedBy(change: Change, pathways: readonly Closed[], person: Person, purse: Purse): Pathway[] {
  const after = changedBy(change, person);
  const isOpened = (closed: Closed) =>
    purse.left > 0 &&
    occupationsAmong(change, closed, purse).every((occupation) => {
      purse.left -= closed.cost;
      return closed.compiled.verdict(after(occupation)) === 'eligible';
    });
  return pathways.filter(isOpened).map(({ compiled }) => compiled.pathway);
}

/** The changes that are unlocks by themselves, those of the most pathways first; of the same changes one. */
function singleChanges(unlocks: readonly Unlock[]): Change[] {
  const counted = new Map<string, { change: Change; count: number }>();
  for (const { changes } of unlocks) {
    const [change, ...others] = changes;
    if (change === undefined || others.length > 0) continue;
    const key = JSON.stringify(change);
    counted.set(key, { change, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => b.count - a.count).map(({ change }) => change);
}

/**
 * The single changes among the unlocks and all of the pathways that each opens, also those of which a smaller change would do. At most
 * 50, or as many as can be tried at a bounded cost.
 */
export function findSingles(
  unlocks: readonly Unlock[],
  pathways: readonly CompiledPathway[],
  person: Person,
): Single[] {
  const closed = closedTo(person, pathways).map((compiled) => ({
    compiled,
    cost: costOf(compiled.pathway, person.profile),
    named: namedOccupations(criteriaOf(compiled.pathway.eligibility)),
  }));
  const purse = { left: MOST_FOR_ALL };
  return singleChanges(unlocks)
    .slice(0, MOST_SINGLES)
    .flatMap((change) => {
      const opens = openedBy(change, closed, person, purse);
      return purse.left > 0 ? [{ change, opens }] : [];
    });
}
