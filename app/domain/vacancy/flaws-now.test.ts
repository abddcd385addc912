import { expect, it } from 'vitest';
import { aPathway, aVacancy } from '../../../test/support/documents.ts';
import type { Pathway } from '../documents/index.ts';
import type { Flaw } from './flaw.ts';
import { flawsNow } from './flaws-now.ts';

const ON = '2026-11-26';
const now = (pathway: Partial<Pathway>, before: readonly Flaw[] = []) =>
  flawsNow(
    aVacancy(),
    before,
    [aPathway(), aPathway({ effective: { from: '2026-06-01', to: null }, ...pathway })],
    ON,
  ).map(({ why }) => why);

it('is sound while it fits', () => expect(now({})).toEqual([]));
it('no longer fits what its pathway says now', () => expect(now({ sectors: ['A'] })).toEqual(['sector-outside']));
it('fits what its pathway says later', () =>
  expect(now({ effective: { from: '2027-01-01', to: null }, sectors: ['A'] })).toEqual([]));
it.each(['closed', 'suspended'] as const)('is under a %s pathway', (status) =>
  expect(now({ status })).toEqual(['pathway-closed']),
);
it('is under a pathway that ended', () =>
  expect(flawsNow(aVacancy(), [], [aPathway({ effective: { from: '2025-01-01', to: '2026-11-25' } })], ON)).toEqual([
    { path: '/pathway', why: 'pathway-not-in-effect' },
  ]));
it('keeps what was found in its words, and nothing that was cleared', () => {
  const own: Flaw = { path: '/title/en', why: 'asks-for-payment', flag: true };
  expect(now({}, [own, { path: '/sector', why: 'not-in-effect' }])).toEqual(['asks-for-payment']);
});
