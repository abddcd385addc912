import { decimalOf, unitsAt } from '../number/decimal.ts';
import type { Points } from './rule.ts';

/** The points that a person has for sure and may still have, and those that are needed. */
export type Score = { lowest: number; highest: number; pass: number };

/** The items of one group, each by its place in the document, and the most that they give together. */
export type Group = { most: number; items: { at: number; points: number }[] };

/** A points test in whole steps of its smallest decimal place, so that sums are exact. */
export type Tally = {
  pass: number;
  groups: readonly Group[];
  /** Points as the document has them. */
  toPoints(steps: number): number;
};

/** The points test made ready to be added up. */
export function tallyOf<C>({ pass, items, groupMax = {} }: Points<C>): Tally {
  const decimals = [pass, ...items.map(({ points }) => points), ...Object.values(groupMax)].map(decimalOf);
  const places = Math.max(...decimals.map((decimal) => decimal.places));
  const steps = (value: number) => Number(unitsAt(decimalOf(value), places));
  const limits = new Map(Object.entries(groupMax).map(([group, most]) => [group, steps(most)]));
  const groups = new Map<string | number, Group>();
  for (const [at, { group, points }] of items.entries()) {
    const name = group ?? at; // one without a group is a group of its own
    const { most, items: members } = groups.get(name) ?? {
      most: limits.get(group ?? '') ?? Number.POSITIVE_INFINITY,
      items: [],
    };
    members.push({ at, points: steps(points) });
    groups.set(name, { most, items: members });
  }
  return { pass: steps(pass), groups: [...groups.values()], toPoints: (total) => Number(`${total}e${-places}`) };
}

/** The sum of the items that count, each group's cut at its maximum. */
export function totalOf({ groups }: Pick<Tally, 'groups'>, counts: (at: number) => boolean): number {
  let total = 0;
  for (const { most, items } of groups) {
    let sum = 0;
    for (const { at, points } of items) if (counts(at)) sum += points;
    total += Math.min(sum, most);
  }
  return total;
}
