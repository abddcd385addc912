import { expect, it } from 'vitest';
import { personalHash } from './personal-hash.ts';

it('is HMAC-SHA-256, the same for the same value of the same person only', () => {
  // RFC 4231, test case 2
  expect(personalHash('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
  expect(personalHash('a', 'Asha')).not.toBe(personalHash('b', 'Asha'));
});
