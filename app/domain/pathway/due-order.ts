import type { Obligation } from '../documents/index.ts';

type Due = Obligation['due'];

/** The events of a journey in the order in which they come. */
const EVENTS = [
  'arrival',
  'contract-end',
  'permit-end',
  'departure',
  'return',
  'readmission-request',
] as const satisfies readonly Due['after'][];

/** What is due before an event after the arrival comes before all that the end of the work brings. */
const place = ({ after, days }: Due): number => (days < 0 && after !== 'arrival' ? 0.5 : EVENTS.indexOf(after));

/** Obligations in the order in which they fall due; equal ones as their document lists them. */
export const inDueOrder = <O extends { due: Due }>(obligations: readonly O[]): O[] =>
  [...obligations].sort((a, b) => place(a.due) - place(b.due) || a.due.days - b.due.days);
