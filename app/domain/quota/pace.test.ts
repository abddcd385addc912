import { describe, expect, it } from 'vitest';
import { outlookOf } from './pace.ts';

const year = { from: '2026-01-01', to: '2026-12-31' };

describe('at this pace', () => {
  it.each([
    [
      'half of the places in half of the year: none is left at its end',
      183,
      182,
      '2026-07-02',
      { ends: 'left', places: 0, on: '2026-12-31' },
    ],
    ['a tenth in half of the year', 100, 900, '2026-07-02', { ends: 'left', places: 800, on: '2026-12-31' }],
    ['ten a day, 95 left: ten days', 100, 95, '2026-01-10', { ends: 'out', on: '2026-01-20' }],
    ['all of them', 100, 0, '2026-03-01', { ends: 'full' }],
    ['none of them', 0, 100, '2026-03-01', undefined],
    ['before it begins', 10, 90, '2025-12-31', undefined],
    ['after it ended', 10, 90, '2027-01-01', undefined],
    ['on its last day', 10, 90, '2026-12-31', { ends: 'left', places: 90, on: '2026-12-31' }],
  ])('%s', (_, allocated, remaining, on, outlook) => {
    expect(outlookOf({ period: year, allocated, remaining }, on)).toEqual(outlook);
  });

  it('nothing is said of a period without an end', () => {
    expect(outlookOf({ period: { from: '2026-01-01' }, allocated: 1, remaining: 9 }, '2026-03-01')).toBeUndefined();
  });
});
