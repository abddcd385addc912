import { expect, it } from 'vitest';
import type { WageFloor } from '../documents/index.ts';
import { floorStates } from './wage-floors.ts';

const floor = (amount: number, from: string, more: Partial<WageFloor> = {}): WageFloor => ({
  money: { amount, currency: 'KRW' },
  per: 'hour',
  from,
  ...more,
});

const states = (floors: WageFloor[], on: string) =>
  floorStates(floors, on).map(({ floor: { money }, state }) => [money.amount, state]);

it('holds the latest floor whose first day has come', () => {
  const floors = [floor(10_030, '2025-01-01'), floor(10_320, '2026-01-01'), floor(10_700, '2027-01-01')];
  expect(states(floors, '2025-12-31')).toEqual([
    [10_030, 'in-force'],
    [10_320, 'to-come'],
    [10_700, 'to-come'],
  ]);
  expect(states(floors, '2026-01-01')).toEqual([
    [10_030, 'replaced'],
    [10_320, 'in-force'],
    [10_700, 'to-come'],
  ]);
});

it('keeps floors of another period or another condition apart', () => {
  const floors = [
    floor(10_320, '2026-01-01'),
    floor(2_000_000, '2025-01-01', { per: 'month' }),
    floor(9_000, '2025-01-01', { when: { id: 'young', fact: 'age', lt: 20 } }),
  ];
  expect(states(floors, '2026-06-01').map(([, state]) => state)).toEqual(['in-force', 'in-force', 'in-force']);
});
