import type { Pathway } from '../documents/index.ts';

/** Whether a pathway is in effect on a day; both of its days count. */
export const isInEffect = ({ effective: { from, to } }: Pick<Pathway, 'effective'>, on: string): boolean =>
  from <= on && (to === undefined || to === null || on <= to);
