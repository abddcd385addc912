import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsOneOf, isOneOf, quoted } from './filter.ts';

/** Reads one literal as Meilisearch's parser does: up to the first quote that no backslash guards. */
function readLiteral(text: string): { value: string; rest: string } {
  let value = '';
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '"') return { value, rest: text.slice(at + 1) };
    if (text[at] === '\\') at++;
    value += text[at] ?? '';
  }
  throw new Error(`${text} does not end`);
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', "'", '\\', ']', ',', ' ', 'OR', 'a', '\n', '\u0000') }),
);

it('a string is one literal with nothing after it, whatever it holds', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      expect(readLiteral(quoted(value))).toEqual({ value, rest: '' });
    }),
    { numRuns: 5_000 },
  );
});

it('a list of strings is that list', () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1 }), (values) => {
      let rest = holdsOneOf('filters', values).slice('filters IN ['.length);
      const read: string[] = [];
      while (rest !== ']') {
        const literal = readLiteral(rest.replace(/^, /, ''));
        read.push(literal.value);
        rest = literal.rest;
      }
      expect(read).toEqual(values);
    }),
  );
});

it.each([
  [[], 'requirement IN []'],
  [[3, 12], 'requirement IN [3, 12]'],
])('the numbers %j are that list', (numbers, filter) => expect(isOneOf('requirement', numbers)).toBe(filter));
