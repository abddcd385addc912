import { expect, it } from 'vitest';
import { documentHash } from './document-hash.ts';

it('does not see the order of keys, and sees that of lists', () => {
  expect(documentHash({ a: 1, b: { c: 2, d: 3 } })).toBe(documentHash({ b: { d: 3, c: 2 }, a: 1 }));
  expect(documentHash({ a: [1, 2] })).not.toBe(documentHash({ a: [2, 1] }));
  expect(documentHash({ a: null })).not.toBe(documentHash({}));
});
