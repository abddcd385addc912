import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { typosBetween } from '../app/domain/text/typos.ts';
import { queryWords, typosIn, wordsOf } from './words.ts';

it.each([
  ['Latin with accents', 'Infirmière diplômée', ['infirmiere', 'diplomee']],
  ['Arabic with vowel marks', 'مُمَرِّضة', ['ممرضه']],
  ['Devanagari keeps its vowel signs', 'नर्स का काम', ['नर्स', 'का', 'काम']],
  ['Bengali', 'নার্স, কেয়ার', wordsOf('নার্স কেয়ার')],
  ['signs only', '!?', []],
])('%s', (_, text, words) => expect(wordsOf(text)).toEqual(words));

describe('queryWords', () => {
  it('leaves stop words out and lets the last word be unfinished', () => {
    expect(queryWords('nurse in germ')).toEqual([
      { word: 'nurse', prefix: false },
      { word: 'germ', prefix: true },
    ]);
  });
  it('a sign after the last word finishes it', () =>
    expect(queryWords('nurse ')).toEqual([{ word: 'nurse', prefix: true }]));
  it('keeps stop words where there is nothing else', () =>
    expect(queryWords('the of').map(({ word }) => word)).toEqual(['the', 'of']));
});

it.each([
  ['nurse', 'nurse', 0],
  ['nurse', 'nurze', 1],
  ['nurse', 'nusre', 1],
  ['nurse', 'nurses', 1],
  ['nurse', 'purse', 2],
  ['germany', 'grmany', 1],
])('%s to %s: %d', (a, b, typos) => expect(typosBetween(a, b, 2)).toBe(typos));

it('a distance is the same both ways and never negative', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(typosBetween(a, b, 2) > 2).toBe(typosBetween(b, a, 2) > 2);
      expect(typosBetween(a, a, 2)).toBe(0);
    }),
  );
});

it.each([
  [{ word: 'germ', prefix: true }, 'germany', 0],
  [{ word: 'germ', prefix: false }, 'germany', undefined],
  [{ word: 'gremany', prefix: false }, 'germany', 1],
  [{ word: 'gernam', prefix: true }, 'germany', undefined],
  [{ word: 'constuct', prefix: true }, 'construction', 1],
  [{ word: 'mine', prefix: false }, 'mint', undefined],
])('%o in %s', (query, candidate, typos) => expect(typosIn(query, candidate)).toBe(typos));
