import { describe, expect, it } from 'vitest';
import type { Flaw } from './flaw.ts';
import { keepingBack, marksOf, stillCleared, weightOf } from './marks.ts';

const floor = { money: { amount: 3000, currency: 'EUR' }, per: 'month' } as const;
const HIDING: Flaw[] = [
  { path: '/sector', why: 'sector-outside', sector: 'Q', among: ['A'] },
  { path: '/title/en', why: 'asks-for-payment', flag: true },
  { path: '/pathway', why: 'pathway-closed', flag: true },
];
const OVER: Flaw = { path: '/pathway', why: 'pathway-not-in-effect', flag: true };
const REMARKS: Flaw[] = [
  { path: '/wage/money/currency', why: 'floor-in-other-currency', floor, flag: true },
  { path: '/hoursPerWeek', why: 'hours-needed', floor, flag: true },
  { path: '/workerFees/amount', why: 'fees-unknown', currency: 'USD', flag: true },
  { path: '/destination', why: 'other-destination', destination: 'NZ', flag: true },
  { path: '/requires', why: 'asks-who-they-are', facts: ['age'], flag: true },
];

it('hides a vacancy that does not fit, leads nowhere or may cost money; what has to be compared is only remarked', () =>
  expect(marksOf([...REMARKS, ...HIDING])).toEqual({ flags: HIDING, remarks: REMARKS }));

it('forbids what is written where it does not fit, and nothing else', () => {
  expect(HIDING.map(weightOf)).toEqual(['flaw', 'flag', 'flag']);
  expect(new Set(REMARKS.map(weightOf))).toEqual(new Set(['remark']));
});

it('keeps it back as well where its pathway is over, which hides it on no earlier day', () => {
  expect(marksOf([OVER])).toEqual({ flags: [], remarks: [OVER] });
  expect(keepingBack({ flags: HIDING, remarks: [...REMARKS, OVER] })).toEqual([...HIDING, OVER]);
});

describe('what was cleared', () => {
  const [misfit, words] = HIDING;
  const clearance = { flaws: [misfit, words].flatMap((one) => one ?? []), under: 'as it was' };

  it('is cleared while its pathway says the same', () =>
    expect(stillCleared(clearance, 'as it was')).toEqual([misfit, words]));
  it('is cleared of its own words alone once its pathway says something else', () =>
    expect(stillCleared(clearance, 'changed')).toEqual([words]));
});
