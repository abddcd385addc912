import { iscoCodes } from '../documents/isco-codes.ts';
import { outOfHundred, pointsIn } from './score.ts';
import { type PartName, WEIGHTS } from './weights.ts';
import type { WorkerTerms } from './worker-terms.ts';

/** Occupations in which a worker has the same points, and the highest score that any vacancy for one of them can have for her. */
export type Tier = { points: number; occupations: readonly string[]; bound: number };

/** What a part comes to at best of the most that it has; left out, as it may be, it has neither. */
type Best = { points: number; most: number };

const OUT: Best = { points: 0, most: 0 };

const atBest = (part: PartName, told: boolean): Best => ({
  points: told ? WEIGHTS[part] : WEIGHTS[part] / 2,
  most: WEIGHTS[part],
});

/** Every way in which the parts that no occupation decides can come out at best, each of them left out or not. */
function bestRests({ skills, levels, wage, availableFrom }: WorkerTerms): Best[] {
  const parts = [
    atBest('skills', skills !== undefined),
    atBest('languages', levels !== undefined),
    atBest('dates', availableFrom !== undefined),
    wage === undefined ? OUT : atBest('wage', true),
  ];
  let sums = [OUT];
  for (const part of parts)
    sums = sums.flatMap(({ points, most }) => [
      { points, most },
      { points: points + part.points, most: most + part.most },
    ]);
  return sums;
}

const OF_OCCUPATION = WEIGHTS.occupation + WEIGHTS.experience;

/** All occupations, in the order of the highest score that is possible: who has found enough of one tier need not look at the next. */
export function tiersOf(worker: WorkerTerms): Tier[] {
  const rests = bestRests(worker);
  const byPoints = new Map<number, string[]>();
  for (const occupation of iscoCodes) {
    const points = pointsIn(occupation, worker);
    const alike = byPoints.get(points);
    if (alike) alike.push(occupation);
    else byPoints.set(points, [occupation]);
  }
  return [...byPoints]
    .map(([points, occupations]) => ({
      ...{ points, occupations },
      bound: Math.max(...rests.map((rest) => outOfHundred(points + rest.points, OF_OCCUPATION + rest.most))),
    }))
    .sort((a, b) => b.points - a.points);
}
