import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';
import { keyFor } from './secret.ts';

const SECRET = 's'.repeat(32);
const key = keyFor(SECRET, 'messages');

describe('a sealed text', () => {
  it('is read with its key, and says nothing without', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = seal(key, text);
        expect(unseal(key, sealed)).toBe(text);
        expect(unseal(keyFor(SECRET, 'something else'), sealed)).toBeUndefined();
        expect(unseal(keyFor('t'.repeat(32), 'messages'), sealed)).toBeUndefined();
        expect(seal(key, text)).not.toBe(sealed);
      }),
    ));

  it('does not pass with a single bit of it altered, or cut', () => {
    const bytes = Buffer.from(seal(key, '012345'), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(unseal(key, altered.toString('base64url'))).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length++)
      expect(unseal(key, bytes.subarray(0, length).toString('base64url'))).toBeUndefined();
  });
});
