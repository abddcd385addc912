import type { Assessment, Verdict } from './evaluate.ts';
import { obstaclesOf } from './explain.ts';

const PLACE = { eligible: 0, possible: 1, ineligible: 2 } as const satisfies Record<Verdict, number>;
const NOT_IN_EFFECT = 3;

/** Those of one place stand by how few criteria are in the way; of equals last what a nationality closes, which nobody can change. */
function orderOf({ verdict, judged }: Assessment): readonly number[] {
  if (verdict === null) return [NOT_IN_EFFECT];
  if (verdict !== 'ineligible') return [PLACE[verdict]];
  const inTheWay = obstaclesOf(judged);
  const isForOthers = inTheWay?.some(({ fact }) => fact === 'origin' || fact === 'nationality') ?? false;
  return [PLACE[verdict], inTheWay?.length ?? Number.POSITIVE_INFINITY, Number(isForOthers)];
}

/** Of two lists of numbers the one whose first other number is less. */
function compareOrders(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((one, place) => one !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Eligible first, then possible, then ineligible by how few criteria stand in the way; last those not in effect. Of equals by id. */
export function ranked(assessments: readonly Assessment[]): Assessment[] {
  return assessments
    .map((assessment) => ({ assessment, order: orderOf(assessment) }))
    .sort(
      ({ assessment: a, order: orderA }, { assessment: b, order: orderB }) =>
        compareOrders(orderA, orderB) || compareIds(a.pathway.id, b.pathway.id),
    )
    .map(({ assessment }) => assessment);
}
