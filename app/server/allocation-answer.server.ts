import type { Allocation } from '../../db/queries/quota-ledger.ts';
import type { AllocationRequest } from '../domain/quota/allocation.ts';
import type { Allocated } from '../use-cases/quota/allocate-places.ts';
import type { Moved } from '../use-cases/quota/settle-allocation.ts';
import { conflict, forbiddenProblem, notFoundProblem, personalJson } from './api.server.ts';
import { badBody } from './body.server.ts';

/** An allocation as it is answered: what was asked, and what became of it. */
export function allocationAnswer({ quota, office, places, request, status, ...at }: Allocation) {
  const { expiresAt, allocatedAt, settledAt } = at;
  return {
    ...request,
    ...{ quota, office, places, status, allocatedAt },
    ...(expiresAt !== null && { expiresAt }),
    ...(settledAt !== null && { settledAt }),
  };
}

const count = (places: number) => `${places.toLocaleString('en')} ${places === 1 ? 'place' : 'places'}`;

const fullProblem = ({ quota, remaining }: { quota: string; remaining: number }) =>
  conflict(`The places are not there: the quota "${quota}" has ${count(remaining)} left.`);

type Refused = Exclude<Allocated, { outcome: 'allocated' | 'again' }>;

/** Why places were not granted, and where that lies. */
export function refusedAllocation(refused: Refused, { reference, places, vacancy }: AllocationRequest): Response {
  switch (refused.outcome) {
    case 'missing':
      return notFoundProblem('There is no such quota.');
    case 'forbidden':
      return forbiddenProblem(
        'Places of this quota are granted by the labour ministry of its state of destination, and taken by employers.',
      );
    case 'reference-used':
      return conflict(`The reference "${reference}" was used for another request: use a new one.`);
    case 'full':
      return fullProblem(refused);
    case 'not-in-force': {
      const until = refused.to === null ? '' : ` until ${refused.to}`;
      return conflict(`The quota "${refused.quota}" is not in force today: it is from ${refused.from}${until}.`);
    }
    case 'outside':
      return badBody([
        { path: '', message: `this is outside what the quota "${refused.quota}" is for: see its scope and pathway` },
      ]);
    case 'past':
      return badBody([{ path: '/expiresAt', message: `${count(places)} cannot be held until a moment that is past` }]);
    case 'no-vacancy':
      return badBody([{ path: '/vacancy', message: `no vacancy "${vacancy}" is published` }]);
    case 'not-their-vacancy':
      return badBody([{ path: '/vacancy', message: `the vacancy "${vacancy}" is another employer's` }]);
  }
}

/** What became of an allocation that was to be moved on or corrected. */
export function settledAnswer(moved: Moved): Response {
  switch (moved.outcome) {
    case 'settled':
    case 'again':
      return personalJson(allocationAnswer(moved.allocation));
    case 'missing':
      return notFoundProblem('There is no allocation under this reference that is yours to change.');
    case 'several':
      return conflict(
        `Several offices hold an allocation under this reference (${moved.offices.join(', ')}): name one with ?office=.`,
      );
    case 'of-vacancy':
      return conflict('A vacancy holds these places: they are taken up as it is filled, and go back as it ends.');
    case 'closed':
      return conflict(`The allocation is ${moved.status}: this can no longer be done.`);
    case 'full':
      return fullProblem(moved);
  }
}
