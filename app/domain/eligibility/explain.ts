import type { Finding } from '../rule/finding.ts';
import { openCriteria } from '../rule/open.ts';
import type { Goal } from '../rule/smallest.ts';
import { smallestSet } from '../rule/smallest.ts';
import type { Assessment, JudgedPathway, PathwayCriterion } from './evaluate.ts';

/**
 * What decides a verdict: the smallest set of criteria that stands in the way, what must still be told and could change it, or the
 * smallest set that it rests on.
 */
export type Explanation =
  | { verdict: 'ineligible'; obstacles: readonly PathwayCriterion[] }
  | { verdict: 'possible'; open: readonly PathwayCriterion[] }
  | { verdict: 'eligible'; grounds: readonly PathwayCriterion[] };

const opposite = (finding: Finding, goal: Goal): boolean => finding !== 'unknown' && finding !== goal;

/** The fewest criteria that would have to come out otherwise before the person could be eligible; undefined where no change would do. */
export const obstaclesOf = (judged: JudgedPathway): PathwayCriterion[] | undefined =>
  smallestSet(judged, 'met', (finding, goal) => (opposite(finding, goal) ? 1 : 0));

const groundsOf = (judged: JudgedPathway): PathwayCriterion[] =>
  smallestSet(judged, 'met', (finding, goal) => (finding === goal ? 1 : undefined)) ?? [];

/** Says what decides; undefined of a pathway that is not in effect. */
export function explain({ verdict, judged }: Assessment): Explanation | undefined {
  switch (verdict) {
    case 'ineligible':
      return { verdict, obstacles: obstaclesOf(judged) ?? [] };
    case 'possible':
      return { verdict, open: [...openCriteria(judged)] };
    case 'eligible':
      return { verdict, grounds: groundsOf(judged) };
    case null:
      return undefined;
  }
}
