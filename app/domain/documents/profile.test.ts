import { expect, it } from 'vitest';
import { checkProfile } from './profile.ts';

it.each([
  ['the day before', '2026-11-22', []],
  ['the day itself', '2026-11-23', []],
  [
    'the day after',
    '2026-11-24',
    [{ path: '/birthDate', message: 'born on 2026-11-24, after 2026-11-23', expected: '2026-11-23 or earlier' }],
  ],
])('born on %s', (_, birthDate, problems) => {
  expect(checkProfile({ type: 'profile', birthDate }, '2026-11-23')).toEqual(problems);
});

it('a birth date that is not stated', () => expect(checkProfile({ type: 'profile' }, '2026-11-23')).toEqual([]));
