import { expect, it } from 'vitest';
import { type Beginner, type ContactStatus, showsProfile, turnOf } from './contact.ts';

it.each<[Beginner, ContactStatus, Beginner | undefined, boolean]>([
  ['worker', 'waiting', 'employer', true],
  ['worker', 'accepted', undefined, true],
  ['worker', 'declined', undefined, false],
  ['worker', 'withdrawn', undefined, false],
  ['employer', 'waiting', 'worker', false],
  ['employer', 'accepted', undefined, true],
  ['employer', 'declined', undefined, false],
  ['employer', 'withdrawn', undefined, false],
])('begun by %s, %s', (begunBy, status, turn, shown) => {
  expect([turnOf({ begunBy, status }), showsProfile({ begunBy, status })]).toEqual([turn, shown]);
});
