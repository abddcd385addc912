import { dictionary } from '@zxcvbn-ts/language-common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password.ts';

const ADDRESSES = ['nadia.karim.kathmandu@example.org', '+8801712345678'];

describe('a new password', () => {
  it.each([
    ['eleven char', 'short'],
    ['twelve chars', undefined],
    ['a'.repeat(12), 'common'],
    ['kathmandu kathmandu ', undefined],
    ['lalitpurlalitpur', 'common'],
    ['1qaz2wsx3edc', 'common'],
    ['QWERTY123456', 'common'],
    ['Password12345', 'common'],
    ['iloveyoumonkey', 'common'],
    ['iloveyou my monkey', undefined],
    ['nadia.karim.kathmandu@example.org', 'address'],
    ['Nadia.Karim.Kathmandu', 'address'],
    ['+8801712345678', 'address'],
    ['8801712345678', 'address'],
    ['nadia.karim.kathmandu and a horse', undefined],
    ['सधैं घर फर्कने बाटो छ', undefined],
    ['🐎🔋📎🐎🔋📎🐎🔋📎🐎🔋', 'short'],
    [`${'the way back '.repeat(15)}home`, undefined],
    [`${'the way back '.repeat(16)}home`, 'long'],
  ])('%j: %s', (typed, problem) => expect(passwordProblem(typed, ADDRESSES)).toBe(problem));

  it('is none of the commonest 3,000 by themselves or in a row that are long enough: of 17,950 with 8 characters, each twice and each with the next', () => {
    const long = dictionary['passwords-common'].filter((one) => one.length >= 8);
    expect(long).toHaveLength(17_950);
    const taken = long
      .slice(0, 3_000)
      .flatMap((one, index) => [`${one}${one}`, `${one}${long[index + 1]}`])
      .filter((one) => passwordProblem(one, []) !== 'common');
    expect(taken).toEqual([]);
  });

  it('is the same however a keyboard writes its letters', () => {
    expect(passwordProblem('１ｑａｚ２ｗｓｘ３ｅｄｃ', [])).toBe('common');
    expect(passwordProblem('e\u0301'.repeat(11), [])).toBe('short');
  });

  it('is judged whatever it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        expect([undefined, 'short', 'long', 'common', 'address']).toContain(passwordProblem(typed, ADDRESSES));
      }),
    ));
});
