import type { Pathway } from '../documents/index.ts';

/** From how many hours a week on work counts as full time. */
const FULL_TIME = 30;

export const isFullTime = (hoursPerWeek: number): boolean => hoursPerWeek >= FULL_TIME;

/** Every contract is stated in months; whoever may stay for good begins with one, and its end is not that of the work. */
export const isTemporary = ({ kind, leadsToSettlement }: Pick<Pathway, 'kind' | 'leadsToSettlement'>): boolean =>
  kind !== 'permanent' && leadsToSettlement !== true;
