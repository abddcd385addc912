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
