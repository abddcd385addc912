import { describe, expect, it } from 'vitest';
import { aPathway, aVacancy } from '../../../test/support/documents.ts';
import type { Pathway, Vacancy } from '../documents/index.ts';
import { flawsUnder } from './fit-pathway.ts';

const ON = '2026-11-26';
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const floor = (amount: number, per: 'hour' | 'month' | 'year', more: object = {}) => ({
  money: eur(amount),
  per,
  from: '2026-01-01',
  ...more,
});
const label = { en: 'x' };
/** A cost for each of these amounts, all of them the worker's. */
const costing = (...amounts: number[]): Pick<Pathway, 'costs'> => ({
  costs: amounts.map((amount, at) => ({ id: `c-${at}`, label, payer: 'worker', money: eur(amount) })),
});

const judged = (vacancy: Partial<Vacancy>, ...pathways: Partial<Pathway>[]) => {
  const flaws = flawsUnder(
    aVacancy(vacancy),
    (pathways.length > 0 ? pathways : [{}]).map((pathway) => aPathway(pathway)),
    ON,
  );
  const pathsOf = (some: typeof flaws) => some.map(({ path }) => path);
  return { problems: pathsOf(flaws.filter(({ flag }) => !flag)), flags: pathsOf(flaws.filter(({ flag }) => flag)) };
};
const fits = { problems: [], flags: [] };
const refused = (...problems: string[]) => ({ problems, flags: [] });
const flagged = (...flags: string[]) => ({ problems: [], flags });

describe('a vacancy under its pathway', () => {
  it.each<[string, Partial<Vacancy>, Partial<Pathway>, object]>([
    ['at the floor', { wage: { money: eur(3000), per: 'month' } }, { wageFloors: [floor(3000, 'month')] }, fits],
    [
      'a cent below it',
      { wage: { money: eur(2999.99), per: 'month' } },
      { wageFloors: [floor(3000, 'month')] },
      refused('/wage/money/amount'),
    ],
    ['below a yearly floor', {}, { wageFloors: [floor(36_000.12, 'year')] }, refused('/wage/money/amount')],
    ['at an hourly floor by its hours', { hoursPerWeek: 40 }, { wageFloors: [floor(17.3, 'hour')] }, fits],
    [
      'below an hourly floor by its hours',
      { hoursPerWeek: 40 },
      { wageFloors: [floor(17.32, 'hour')] },
      refused('/wage/money/amount'),
    ],
    ['an hourly floor, and no hours', {}, { wageFloors: [floor(1, 'hour')] }, flagged('/hoursPerWeek')],
    [
      'a floor in another currency',
      {},
      { wageFloors: [{ ...floor(1, 'month'), money: { amount: 1, currency: 'USD' } }] },
      flagged('/wage/money/currency'),
    ],
    [
      'a floor that was replaced by a lower one',
      {},
      { wageFloors: [floor(9999, 'month'), floor(3000, 'month', { from: '2026-06-01' })] },
      fits,
    ],
    ['a floor to come', {}, { wageFloors: [floor(9999, 'month', { from: '2027-01-01' })] }, fits],
    [
      'a floor in force when the work begins',
      { startOn: '2027-02-01' },
      { wageFloors: [floor(9999, 'month', { from: '2027-01-01' })] },
      refused('/wage/money/amount'),
    ],
    [
      'a floor for other work',
      {},
      { wageFloors: [floor(9999, 'month', { when: { id: 'w', fact: 'offerOccupation', in: ['51'] } })] },
      fits,
    ],
    [
      'a floor for this work',
      {},
      { wageFloors: [floor(9999, 'month', { when: { id: 'w', fact: 'offerOccupation', in: ['222'] } })] },
      refused('/wage/money/amount'),
    ],
    [
      'a floor for some people',
      {},
      { wageFloors: [floor(9999, 'month', { when: { id: 'w', fact: 'age', gte: 45 } })] },
      flagged('/wage/money/amount'),
    ],
    ['in another state than its pathway’s', { destination: 'FR' }, {}, flagged('/destination')],
    ['inside the occupations', {}, { occupations: ['51', '22'] }, fits],
    ['outside the occupations', {}, { occupations: ['51', '2222'] }, refused('/occupation')],
    ['of a group that is wider than they are', { occupation: '22' }, { occupations: ['2221'] }, flagged('/occupation')],
    ['outside the sectors', {}, { sectors: ['A', 'C'] }, refused('/sector')],
    ['as long as one may stay', { contractMonths: 24 }, {}, fits],
    ['longer than one may stay', { contractMonths: 25 }, {}, refused('/contractMonths')],
    [
      'where no limit is stated',
      { contractMonths: 99 },
      { stay: { initialMonths: null, maxMonths: null, renewable: true } },
      fits,
    ],
    [
      'on the last day in effect',
      { startOn: '2026-12-31' },
      { effective: { from: '2025-01-01', to: '2026-12-31' } },
      fits,
    ],
    [
      'the day after',
      { startOn: '2027-01-01' },
      { effective: { from: '2025-01-01', to: '2026-12-31' } },
      refused('/startOn'),
    ],
    ['before it takes effect', { startOn: '2024-12-31' }, {}, refused('/startOn')],
    ['free of charge', { workerFees: eur(0) }, { costs: [{ id: 'c', label, payer: 'prohibited' }] }, fits],
    [
      'charging where that is prohibited',
      { workerFees: eur(0.01) },
      { costs: [{ id: 'c', label, payer: 'prohibited' }] },
      refused('/workerFees/amount'),
    ],
    ['charging what workers pay', { workerFees: eur(150) }, costing(100, 50), fits],
    [
      'charging more',
      { workerFees: eur(151) },
      {
        costs: [
          { id: 'a', label, payer: 'worker', money: eur(150) },
          { id: 'b', label, payer: 'employer', money: eur(50) },
        ],
      },
      refused('/workerFees/amount'),
    ],
    ['charging just what a tenth and seven tenths come to', { workerFees: eur(0.8) }, costing(0.1, 0.7), fits],
    ['charging where no cost is known', { workerFees: eur(1) }, {}, flagged('/workerFees/amount')],
    [
      'charging in another currency',
      { workerFees: { amount: 1, currency: 'USD' } },
      { costs: [{ id: 'a', label, payer: 'worker', money: eur(150) }] },
      flagged('/workerFees/amount'),
    ],
  ])('%s', (_, vacancy, pathway, expected) => expect(judged(vacancy, pathway)).toEqual(expected));

  it('says every reason at once', () => {
    const strict = { occupations: ['51'], sectors: ['A'], wageFloors: [floor(4000, 'month')] };
    expect(judged({ contractMonths: 60, startOn: '2020-01-01' }, strict).problems).toEqual([
      '/occupation',
      '/sector',
      '/contractMonths',
      '/startOn',
    ]);
    expect(judged({ contractMonths: 60 }, strict).problems).toEqual([
      '/occupation',
      '/sector',
      '/contractMonths',
      '/wage/money/amount',
    ]);
  });

  it('is judged by the edition in effect when the work begins', () => {
    const editions = [
      { effective: { from: '2025-01-01', to: '2026-12-31' } },
      { effective: { from: '2027-01-01', to: null }, occupations: ['51'] },
    ];
    expect(judged({ startOn: '2026-12-01' }, ...editions)).toEqual(fits);
    expect(judged({ startOn: '2027-01-01' }, ...editions)).toEqual(refused('/occupation'));
    expect(judged({}, ...editions)).toEqual(fits);
  });
});
