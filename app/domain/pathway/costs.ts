import type { Cost, Pathway } from '../documents/index.ts';

/** The costs that fall on the worker, wholly or in part. */
export const workerCosts = ({ costs }: Pick<Pathway, 'costs'>): readonly Cost[] =>
  costs.filter(({ payer }) => payer === 'worker' || payer === 'shared');

/** `nothing`: costs are stated and none of them falls on the worker. */
export type WorkerPays = 'nothing' | 'some' | 'not-stated';

export function workerPays(pathway: Pick<Pathway, 'costs'>): WorkerPays {
  if (pathway.costs.length === 0) return 'not-stated';
  return workerCosts(pathway).length > 0 ? 'some' : 'nothing';
}
