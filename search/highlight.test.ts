import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight, matcherOf } from './highlight.ts';
import { queryWords } from './words.ts';

const marked = (text: string, q: string) =>
  highlight(text, matcherOf(queryWords(q)))
    ?.map(({ text: piece, match }) => (match ? `[${piece}]` : piece))
    .join('');

it.each([
  ['Triple Win nurses programme', 'nurse', 'Triple Win [nurses] programme'],
  ['Enfermeras, en España', 'espana', 'Enfermeras, en [España]'],
  ['برنامج للممرضين', 'برنامج', '[برنامج] للممرضين'],
  ['नर्स का काम', 'नर्स', '[नर्स] का काम'],
  ['Nurses', 'mason', undefined],
])('%s, asked for %s', (text, q, expected) => expect(marked(text, q)).toBe(expected));

it('loses no letter of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, q) => {
      const pieces = highlight(text, matcherOf(queryWords(q)));
      if (pieces) expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
  );
});
