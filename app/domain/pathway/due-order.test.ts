import { expect, it } from 'vitest';
import type { Obligation } from '../documents/index.ts';
import { inDueOrder } from './due-order.ts';

const due = (after: Obligation['due']['after'], days: number) => ({ due: { after, days } });

it('tells what is due from the arrival to the return, what comes before leaving among it', () => {
  const [insure, tell, claim, settle, leave, paid, report] = [
    due('arrival', 90),
    due('departure', -30),
    due('departure', -7),
    due('contract-end', 15),
    due('permit-end', 0),
    due('departure', 14),
    due('return', 3),
  ];
  expect(inDueOrder([report, leave, paid, claim, settle, tell, insure])).toEqual([
    insure,
    tell,
    claim,
    settle,
    leave,
    paid,
    report,
  ]);
});

it('leaves equal ones as they stand', () => {
  const [first, second] = [
    { id: 'a', ...due('departure', 0) },
    { id: 'b', ...due('departure', 0) },
  ];
  expect(inDueOrder([first, second])).toEqual([first, second]);
});
