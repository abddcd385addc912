import { describe, expect, it } from 'vitest';
import { levelOf, newsOf, QUOTA_LEVELS } from './level.ts';

describe('a level', () => {
  it.each([
    [100, 100, 'open'],
    [100, 11, 'open'],
    [100, 10, 'low'],
    [100, 1, 'low'],
    [100, 0, 'full'],
    [9, 1, 'open'],
    [1, 1, 'open'],
    [0, 0, 'full'],
  ] as const)('of %i places with %i left is %s', (places, remaining, level) => {
    expect(levelOf({ places, remaining })).toBe(level);
  });
});

it('tells what opens, runs low or is gone, and nothing the first time', () => {
  const told = [null, ...QUOTA_LEVELS].map((before) => QUOTA_LEVELS.map((now) => newsOf(before, now)));
  expect(told).toEqual([
    [null, null, null],
    [null, 'low', 'gone'],
    [null, null, 'gone'],
    ['opened', 'opened', null],
  ]);
});
