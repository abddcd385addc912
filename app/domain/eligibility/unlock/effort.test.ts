import { describe, expect, it } from 'vitest';
import { Source } from '../../documents/source.ts';
import { assumptionsOf } from './assumptions.ts';
import type { Change } from './change.ts';
import { compareEfforts, effortOf, monthsOf } from './effort.ts';

const toB1: Change = { fact: 'language', of: 'de', from: 'A2', to: 'B1' };
const work: Change = { fact: 'experience', from: 6, to: 24 };
const offer: Change = { fact: 'offer', from: false, to: { destination: 'DE' } };

describe('monthsOf', () => {
  it.each<[string, Change, number | null]>([
    ['A2 to B1: 200 hours, 40 a month', toB1, 5],
    ['from nothing to A1', { ...toB1, from: 'below A1', to: 'A1' }, 3],
    ['from nobody knows what', { ...toB1, from: null }, null],
    ['a bachelor’s degree after school', { fact: 'education', from: 3, to: 6 }, 48],
    ['a master’s degree after a bachelor’s', { fact: 'education', from: 6, to: 7 }, 24],
    ['education that is not told', { fact: 'education', from: null, to: 6 }, null],
    ['months of work are themselves', work, 18],
    ['a training is as long as it is', { fact: 'training', from: 12, to: 24 }, 24],
    ['what is held is recognised', { fact: 'qualification', destination: 'DE', from: 'held', to: 'recognised' }, 4],
    [
      'what is not held, and recognised',
      { fact: 'qualification', destination: 'DE', from: 'none', to: 'recognised' },
      40,
    ],
    ['a test', { fact: 'test', of: 'topik', from: null, to: 80 }, 3],
    ['an offer is anybody’s guess', offer, null],
    ['savings too', { fact: 'savings', from: null, to: { amount: 1, currency: 'EUR' } }, null],
  ])('%s', (_, change, months) => expect(monthsOf(change)).toBe(months));
});

it('takes as long as the longest of the changes, and says which are not estimated', () => {
  expect(effortOf([toB1, work])).toEqual({ months: 18, notEstimated: [] });
  expect(effortOf([toB1, offer])).toEqual({ months: 5, notEstimated: ['offer'] });
  expect(effortOf([offer])).toEqual({ months: null, notEstimated: ['offer'] });
});

it('puts the shortest first, and what is not estimated last', () => {
  const sets = [[offer], [toB1, offer], [work], [toB1]];
  const sorted = sets.map((set) => ({ set, effort: effortOf(set) })).sort((a, b) => compareEfforts(a.effort, b.effort));
  expect(sorted.map(({ set }) => set)).toEqual([[toB1], [work], [offer], [toB1, offer]]);
});

it('says what the times rest on, once for each fact, in every language of the interface, from sources that stand', () => {
  const assumptions = assumptionsOf([toB1, work, { ...toB1, of: 'fr' }, offer]);
  expect(assumptions.map(({ fact }) => fact)).toEqual(['language', 'experience', 'offer']);
  for (const { text, source } of assumptions) {
    expect(Object.keys(text)).toEqual(['en', 'es', 'fr', 'ar']);
    if (source !== null) expect(Source.safeParse(source).success).toBe(true);
  }
});
