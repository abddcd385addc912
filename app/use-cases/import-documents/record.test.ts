import { expect, it } from 'vitest';
import { countKnown } from './record.ts';

it.each([
  ['nothing known', 'ab', '', 0],
  ['the same again', 'ab', 'ab', 2],
  ['the last edition alone', 'b', 'ab', 1],
  ['one more edition', 'ab', 'a', 1],
  ['a return to the first', 'a', 'ab', 0],
  ['a change', 'c', 'ab', 0],
  ['the longest of several overlaps', 'aab', 'aa', 2],
])('%s', (_, file, known, count) => {
  expect(countKnown([...file], [...known])).toBe(count);
});
