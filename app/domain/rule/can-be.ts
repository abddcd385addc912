import type { Judged } from './judge.ts';
import { totalOf } from './points.ts';
import { isCriterion } from './rule.ts';
import type { Goal } from './smallest.ts';

/** A criterion that may come out as one likes. */
type Free<C> = (criterion: C) => boolean;

/** How many of a rule's parts can be as wanted. */
const countOf = <C extends { fact: string }>({ parts }: Judged<C>, goal: Goal, free: Free<C>): number =>
  parts.filter((part) => canBe(part, goal, free)).length;

/** Of a points test: met when the items that can be met are enough, unmet when those that cannot be unmet fall short. */
function canScore<C extends { fact: string }>({ parts, tally }: Judged<C>, goal: Goal, free: Free<C>): boolean {
  if (tally === undefined) return false;
  const can = parts.map((part) => canBe(part, goal, free));
  const total = totalOf(tally, (at) => can[at] === (goal === 'met'));
  return goal === 'met' ? total >= tally.pass : total < tally.pass;
}

/**
 * Whether a rule could be as wanted if its free criteria came out as one likes, each taken for itself, and the others as they are. False
 * is certain; true is a hope, because criteria over one fact do not come out independently.
 */
export function canBe<C extends { fact: string }>(judged: Judged<C>, goal: Goal, free: Free<C>): boolean {
  const { rule, finding, parts } = judged;
  if (isCriterion(rule)) return finding === goal || free(rule);
  const met = goal === 'met';
  if ('all' in rule) return met ? countOf(judged, goal, free) === parts.length : countOf(judged, goal, free) > 0;
  if ('any' in rule) return met ? countOf(judged, goal, free) > 0 : countOf(judged, goal, free) === parts.length;
  if ('none' in rule) return met ? countOf(judged, 'unmet', free) === parts.length : countOf(judged, 'met', free) > 0;
  if ('atLeast' in rule) {
    const needed = met ? rule.atLeast : parts.length - rule.atLeast + 1;
    return countOf(judged, goal, free) >= needed;
  }
  return canScore(judged, goal, free);
}
