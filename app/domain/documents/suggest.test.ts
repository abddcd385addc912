import { expect, it } from 'vitest';
import { didYouMean, suggest } from './suggest.ts';

const keys = ['summary', 'maxMonths', 'age', 'language', 'native', 'nationality'];

it.each([
  ['summry', 'summary'],
  ['sumamry', 'summary'],
  ['max_months', 'maxMonths'],
  ['AGE', 'age'],
  ['agee', 'age'],
  ['languages', 'language'],
  ['natoinality', 'nationality'],
  ['ago', undefined],
  ['something', undefined],
  ['', undefined],
  ['x'.repeat(10_000), undefined],
])('%s: %s', (word, meant) => expect(suggest(word, keys)).toBe(meant));

it('is said as a question, or not at all', () => {
  expect(didYouMean('agee', keys)).toBe('; did you mean "age"?');
  expect(didYouMean('something', keys)).toBe('');
  expect(didYouMean(5, keys)).toBe('');
});
