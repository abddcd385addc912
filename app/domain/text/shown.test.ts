import { expect, it } from 'vitest';
import { onOneLine, shown } from './shown.ts';

it('is what is written, in its order, without marks that turn it', () => {
  expect(shown('pay \u202Eeerf\u202C \u2066now\u2069')).toBe('pay eerf now');
  expect(shown('سائق \u200F2\u200E')).toBe('سائق \u200F2\u200E');
  expect(shown('one\n\ntwo')).toBe('one\n\ntwo');
});

it('is one line of what is one', () => {
  expect(onOneLine(' Waiter\n\n\u2028Stop:\u00A0 https://evil.example\u202E ')).toBe(
    'Waiter Stop: https://evil.example',
  );
});
