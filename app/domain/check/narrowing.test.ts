import { describe, expect, it } from 'vitest';
import { aPathway } from '../../../test/support/documents.ts';
import type { Pathway } from '../documents/index.ts';
import { isWanted, type Narrowing, parseNarrowing } from './narrowing.ts';

const stay = (initialMonths: number | null, maxMonths: number | null, renewable = false): Partial<Pathway> => ({
  stay: { initialMonths, maxMonths, renewable },
});
const paidBy = (...payers: Pathway['costs'][number]['payer'][]): Partial<Pathway> => ({
  costs: payers.map((payer, at) => ({ id: `c${at}`, label: { en: 'Visa' }, payer })),
});

describe('a pathway is wanted', () => {
  const cases: [string, Narrowing, Partial<Pathway>, boolean][] = [
    ['where nothing is asked', {}, {}, true],
    ['at its destination', { destination: 'DE' }, { destination: 'DE' }, true],
    ['not elsewhere', { destination: 'IT' }, { destination: 'DE' }, false],
    ['as a short stay of a year at most', { stay: 'short' }, stay(9, 12), true],
    ['not as a short stay beyond', { stay: 'short' }, stay(12, 13), false],
    ['as a short stay that cannot be renewed', { stay: 'short' }, stay(8, null), true],
    ['as a long stay that can', { stay: 'long' }, stay(8, null, true), true],
    ['not as a short stay whose length is not stated', { stay: 'short' }, stay(null, null), false],
    ['where it can lead to settlement', { settlement: true }, { leadsToSettlement: true }, true],
    ['not where that is not stated', { settlement: true }, { leadsToSettlement: null }, false],
    ['where the family may come', { family: true }, { familyMayAccompany: true }, true],
    ['not where it may not', { family: true }, { familyMayAccompany: false }, false],
    ['where others pay all costs', { free: true }, paidBy('employer', 'destination'), true],
    ['not where one is shared', { free: true }, paidBy('employer', 'shared'), false],
    ['not where no cost is stated', { free: true }, paidBy(), false],
    ['only by all that is asked', { destination: 'DE', family: true }, { destination: 'DE' }, false],
  ];
  it.each(cases)('%s', (_, narrowing, parts, expected) =>
    expect(isWanted(aPathway({ familyMayAccompany: null, ...parts }), narrowing)).toBe(expected),
  );
});

describe('an address', () => {
  const read = (query: string) => parseNarrowing(new URLSearchParams(query));

  it('holds each choice', () =>
    expect(read('destination=DE&length=long&settlement=yes&family=yes&pays=nothing')).toEqual({
      narrowing: { destination: 'DE', stay: 'long', settlement: true, family: true, free: true },
      bad: [],
    }));

  it('leaves out what means nothing, and tells it', () =>
    expect(read('destination=ZZ&length=9&family=maybe&settlement=&pays=all')).toEqual({
      narrowing: {},
      bad: [
        { key: 'destination', value: 'ZZ' },
        { key: 'length', value: '9' },
        { key: 'family', value: 'maybe' },
        { key: 'pays', value: 'all' },
      ],
    }));

  it('does not take an answer for a choice', () =>
    expect(read('stay=NZ_2025-01-02_2025-06-01__yes&citizen=PH')).toEqual({ narrowing: {}, bad: [] }));
});
