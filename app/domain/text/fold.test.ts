import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

describe('fold', () => {
  it.each([
    ['Ñandú  Straße', 'nandu strasse'],
    ['ÉTÉ', 'ete'],
    ['l’été', "l'ete"],
    ['İstanbul', 'istanbul'],
    ['مُمَرِّضَة', 'ممرضه'],
    ['أحمد إلى', 'احمد الي'],
    ['عـــامل', 'عامل'],
    ['٠١٢٩', '0129'],
    ['۰۹', '09'],
    ['০৯ ०९', '09 09'],
  ])('reads %s as %s', (text, folded) => expect(fold(text)).toBe(folded));

  it.each(['নার্স', 'नर्स', '고용허가제', '看護'])('keeps the letters of %s', (text) => {
    expect(fold(text)).toBe(text.normalize('NFC'));
  });

  it('changes nothing when folded twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(fold(text)) === fold(text)));
  });
});
