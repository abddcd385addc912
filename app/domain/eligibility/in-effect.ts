import type { Pathway } from '../documents/index.ts';
import type { Question } from '../rule/fact.ts';

/** Whether a pathway is in effect on a day; both of its days count. */
export const isInEffect = ({ effective: { from, to } }: Pick<Pathway, 'effective'>, on: string): boolean =>
  from <= on && (to === undefined || to === null || on <= to);

/** The same as a question, which is asked once of a person for all pathways of one period. */
export const askInEffect = (pathway: Pick<Pathway, 'effective'>): Question => ({
  finding: ({ on }) => (isInEffect(pathway, on) ? 'met' : 'unmet'),
  found: ({ on }) => on,
});
