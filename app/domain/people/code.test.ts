import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE, isOnItsWay, judgeCode, readCode, type SentCode } from './code.ts';

const SENT = new Date('2026-11-25T10:00:00Z');
const later = (ms: number) => new Date(SENT.getTime() + ms);
const sent = (over: Partial<SentCode> = {}): SentCode => ({ sentAt: SENT, wrongTries: 0, usedAt: null, ...over });
const seconds = (count: number) => count * 1_000;

describe('a code', () => {
  it.each([
    ['the right one at once', sent(), true, 0, { is: 'right' }],
    ['the right one in the last moment', sent(), true, seconds(600) - 1, { is: 'right' }],
    ['the right one ten minutes later', sent(), true, seconds(600), { is: 'expired' }],
    ['a wrong one', sent(), false, 0, { is: 'wrong', left: 4 }],
    ['the fifth wrong one', sent({ wrongTries: 4 }), false, 0, { is: 'wrong', left: 0 }],
    ['the right one at the fifth try', sent({ wrongTries: 4 }), true, 0, { is: 'right' }],
    ['the right one after five wrong ones', sent({ wrongTries: 5 }), true, 0, { is: 'spent' }],
    ['the right one a second time', sent({ usedAt: later(1) }), true, 2, { is: 'used' }],
    ['a wrong one after it was used', sent({ usedAt: later(1) }), false, 2, { is: 'used' }],
    ['a wrong one too late', sent(), false, seconds(601), { is: 'expired' }],
  ] as const)('%s', (_, code, matches, ms, verdict) => expect(judgeCode(code, matches, later(ms))).toEqual(verdict));

  it.each([
    ['at once', sent(), 0, true],
    ['within a minute', sent(), seconds(60) - 1, true],
    ['a minute later', sent(), seconds(60), false],
    ['when it was used', sent({ usedAt: later(1) }), seconds(2), false],
    ['when it is spent', sent({ wrongTries: 5 }), seconds(2), false],
  ])('is the answer to another request for one: %s', (_, code, ms, is) => expect(isOnItsWay(code, later(ms))).toBe(is));
});

describe('a code that is typed', () => {
  it.each([
    ['123456', '123456'],
    ['012345', '012345'],
    [' 123 456\n', '123456'],
    ['123-456', '123456'],
    ['\u200f123\u00a0456', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['۱۲۳ ۴۵۶', '123456'],
    ['१२३४५६', '123456'],
    ['১২৩৪৫৬', '123456'],
  ])('%j is %s', (typed, code) => expect(readCode(typed)).toBe(code));

  it.each(['', '12345', '1234567', '12345o', '1e5000', '+12345', '1234.56', '𝟙𝟚𝟛𝟜𝟝𝟞'])('%j is none', (typed) =>
    expect(readCode(typed)).toBeUndefined(),
  );

  it('is six digits or none, and read again the same', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789٠٩ -x') }), (typed) => {
        const code = readCode(typed);
        if (code === undefined) return;
        expect(code).toMatch(/^[0-9]{6}$/);
        expect(code).toHaveLength(CODE.digits);
        expect(readCode(code)).toBe(code);
      }),
      { numRuns: 1_000 },
    ));
});
