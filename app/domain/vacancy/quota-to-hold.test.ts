import { expect, it } from 'vitest';
import { aQuota, aVacancy } from '../../../test/support/documents.ts';
import { type Allotted, quotaToHold } from './quota-to-hold.ts';

const ON = '2026-06-01';
const quota = (id: string, left: number, more: Partial<Allotted> = {}): Allotted => ({
  ...aQuota({ id, places: left + 10, ...more }),
  allocated: 10,
});
const chosen = (quotas: readonly Allotted[], on = ON) => {
  const found = quotaToHold(aVacancy({ places: 5 }), quotas, on);
  return found && [found.quota.id, found.remaining];
};

it.each<[string, readonly Allotted[], unknown]>([
  ['none where none is published', [], undefined],
  ['the only one', [quota('a', 5)], ['a', 5]],
  [
    'the one set aside most narrowly',
    [quota('a', 90), quota('b', 9, { parent: 'a', scope: { sector: 'Q' } })],
    ['b', 9],
  ],
  [
    'a wider one where that has too few',
    [quota('a', 90), quota('b', 4, { parent: 'a', scope: { sector: 'Q' } })],
    ['a', 90],
  ],
  ['of equal ones that with the most places', [quota('a', 5), quota('b', 6)], ['b', 6]],
  ['none for other sectors', [quota('a', 9, { scope: { sector: 'A' } })], undefined],
  ['one for a group of the occupation', [quota('a', 9, { scope: { occupation: '22' } })], ['a', 9]],
  ['none for a narrower occupation', [quota('a', 9, { scope: { occupation: '2222' } })], undefined],
  [
    'none kept for an origin, a round or a reserve',
    [
      quota('a', 9, { scope: { origin: 'PH' } }),
      quota('b', 9, { scope: { tranche: 'round-1' } }),
      quota('c', 9, { kind: 'reserve' }),
    ],
    undefined,
  ],
  [
    'none below one that is kept for others',
    [quota('a', 9, { scope: { origin: 'PH' } }), quota('b', 9, { parent: 'a' })],
    undefined,
  ],
  ['no target', [quota('a', 9, { kind: 'target' })], undefined],
  ['none of another period', [quota('a', 9, { period: { from: '2027-01-01', to: '2027-12-31' } })], undefined],
  ['one without an end', [quota('a', 9, { period: { from: '2020-01-01' } })], ['a', 9]],
  ['the one with the most where all have too few', [quota('a', 3), quota('b', 2, { parent: 'a' })], ['a', 3]],
])('takes %s', (_, quotas, expected) => expect(chosen(quotas)).toEqual(expected));

it('has no more left than what is above it', () => {
  const tree = [quota('a', 4), quota('b', 9, { parent: 'a', scope: { sector: 'Q' } })];
  expect(chosen(tree)).toEqual(['b', 4]);
});

it('takes the quota of the day', () => {
  const years = [quota('a', 9), quota('b', 9, { period: { from: '2027-01-01', to: '2027-12-31' } })];
  expect(chosen(years, '2026-12-31')).toEqual(['a', 9]);
  expect(chosen(years, '2027-01-01')).toEqual(['b', 9]);
});
