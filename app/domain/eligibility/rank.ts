import type { Assessment, Verdict } from './evaluate.ts';
import { obstaclesOf } from './explain.ts';

const PLACE = { eligible: 0, possible: 1, ineligible: 2 } as const satisfies Record<Verdict, number>;
const NOT_IN_EFFECT = 3;

/** Those of one place stand by how few criteria are in the way. */
function orderOf({ verdict, judged }: Assessment): [number, number] {
  if (verdict === null) return [NOT_IN_EFFECT, 0];
  const inTheWay = verdict === 'ineligible' ? obstaclesOf(judged)?.length : 0;
  return [PLACE[verdict], inTheWay ?? Number.POSITIVE_INFINITY];
}

const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Eligible first, then possible, then ineligible by how few criteria stand in the way; last those not in effect. Of equals by id. */
export function ranked(assessments: readonly Assessment[]): Assessment[] {
  return assessments
    .map((assessment) => ({ assessment, order: orderOf(assessment) }))
    .sort(
      ({ assessment: a, order: [placeA, waysA] }, { assessment: b, order: [placeB, waysB] }) =>
        placeA - placeB || (waysA === waysB ? 0 : waysA - waysB) || compareIds(a.pathway.id, b.pathway.id),
    )
    .map(({ assessment }) => assessment);
}
