import { expect, it } from 'vitest';
import { aQuota, aVacancy } from '../../../test/support/documents.ts';
import { type Holder, planHolds } from './plan-holds.ts';
import type { Allotted } from './quota-to-hold.ts';

const ON = '2026-06-01';
const quota = (id: string, places: number, allocated = 0, more: Partial<Allotted> = {}): Allotted => ({
  ...aQuota({ id, places, ...more }),
  allocated,
});
const holder = (id: string, places: number, taken = 0): Holder => ({ vacancy: aVacancy({ id, places }), taken });
const plan = (
  holders: readonly Holder[],
  quotas: readonly Allotted[],
  givenBack: { quota: string; places: number }[] = [],
) => {
  const { wanted, flaws } = planHolds(holders, { quotas, givenBack, on: ON });
  return { wanted: [...wanted], flaws: [...flaws.values()] };
};

it('gives each what is left after those before it', () => {
  expect(plan([holder('a', 3), holder('b', 3), holder('c', 2)], [quota('q', 5)])).toEqual({
    wanted: [
      ['a', { quota: 'q', places: 3 }],
      ['c', { quota: 'q', places: 2 }],
    ],
    flaws: [{ path: '/places', why: 'no-places', quota: 'q', remaining: 2 }],
  });
});

it('counts no place that is filled, and says how many the vacancy may have with these', () => {
  expect(plan([holder('a', 6, 4), holder('b', 9, 1)], [quota('q', 5)])).toEqual({
    wanted: [['a', { quota: 'q', places: 2 }]],
    flaws: [{ path: '/places', why: 'no-places', quota: 'q', remaining: 4 }],
  });
});

it('counts what is given back as open, there and above', () => {
  const tree = [quota('q', 4, 4), quota('part', 4, 4, { parent: 'q', scope: { sector: 'Q' } })];
  expect(plan([holder('a', 2)], tree).flaws).toHaveLength(1);
  expect(plan([holder('a', 2)], tree, [{ quota: 'part', places: 2 }])).toEqual({
    wanted: [['a', { quota: 'part', places: 2 }]],
    flaws: [],
  });
  expect(tree.map(({ allocated }) => allocated)).toEqual([4, 4]);
});

it('has nothing to hold where there is no quota, and nothing to take where no place is open', () => {
  expect(plan([holder('a', 2)], [])).toEqual({ wanted: [], flaws: [] });
  expect(plan([holder('a', 2, 2)], [quota('q', 3, 3)])).toEqual({
    wanted: [['a', { quota: 'q', places: 0 }]],
    flaws: [],
  });
});
