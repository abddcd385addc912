import { expect, it } from 'vitest';
import { aPathway, aVacancy } from '../../../test/support/documents.ts';
import type { Pathway, Vacancy } from '../documents/index.ts';
import { flawsNow } from './flaws-now.ts';

const ON = '2026-11-26';
const now = (pathway: Partial<Pathway>, vacancy: Partial<Vacancy> = {}) =>
  flawsNow(
    aVacancy(vacancy),
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
  expect(flawsNow(aVacancy(), [aPathway({ effective: { from: '2025-01-01', to: '2026-11-25' } })], ON)).toEqual([
    { path: '/pathway', why: 'pathway-not-in-effect', flag: true },
  ]));
it('is under no pathway yet', () => expect(flawsNow(aVacancy(), [], ON)).toEqual([]));
it('says in its own words what somebody has to look at', () =>
  expect(now({}, { title: { en: 'Pay 300 USD, WhatsApp us' } })).toEqual(['asks-for-payment']));
