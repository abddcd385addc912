import { describe, expect, it } from 'vitest';
import { readAmount, readCount } from './number.ts';
import { typedIn } from './typed.ts';

const typed = (text: string) => typedIn(new URLSearchParams({ n: text }));
const amountOf = (read: { ok: true; value: number } | { ok: false }) => (read.ok ? read.value : undefined);

describe('an amount', () => {
  it.each([
    ['2500', 2500],
    [' 2500.50 ', 2500.5],
    ['2500,5', 2500.5],
    ['2 500', 2500],
    ["12'500.05", 12500.05],
    ['1,234.50', 1234.5],
    ['1.234.567', 1234567],
    ['1.234.567,8', 1234567.8],
    ['6.5', 6.5],
    ['0', 0],
    ['٢٥٠٠', 2500],
    ['२५००', 2500],
    ['২৫০০', 2500],
    ['۲٬۵۰۰٬۰۰۰', 2500000],
    ['٢٥٠٠٫٥', 2500.5],
  ])('%s is %d', (text, amount) => expect(amountOf(readAmount(typed(text), 'n'))).toBe(amount));

  it.each([
    ['2,500', 'two thousand five hundred, or two and a half'],
    ['1.250', 'as well'],
    ['-5', 'below zero'],
    ['2500.505', 'too many decimals'],
    ['1,23,456', 'groups that are none'],
    ['2k', 'letters'],
    ['', 'nothing'],
    ['9999999999999', 'more than anybody has'],
  ])('%s is refused: %s', (text) =>
    expect(readAmount(typed(text), 'n')).toEqual({ ok: false, slips: [{ field: 'n', why: 'amount' }] }),
  );
});

describe('a count', () => {
  it.each([
    ['3', 3],
    ['003', 3],
    ['٣', 3],
  ])('%s is %d', (text, count) => expect(amountOf(readCount(typed(text), 'n'))).toBe(count));

  it.each(['', '-1', '2.5', 'two', '9999999999999'])('“%s” is refused', (text) =>
    expect(readCount(typed(text), 'n').ok).toBe(false),
  );
});
