import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allOf, isOneOf, quoted } from './filter.ts';

/** Reads `field IN ["…", "…"] AND …` back as Meilisearch does: a backslash takes the next sign with it, a bare quote ends the value. */
function readBack(filter: string): string[][] {
  const conditions: string[][] = [];
  let at = 0;
  const eat = (text: string) => {
    if (!filter.startsWith(text, at)) throw new Error(`expected ${text} at ${at} of ${filter}`);
    at += text.length;
  };
  const value = () => {
    eat('"');
    let read = '';
    for (; filter[at] !== '"'; at++) {
      if (at >= filter.length) throw new Error(`open quote in ${filter}`);
      if (filter[at] === '\\') at++;
      read += filter[at] ?? '';
    }
    eat('"');
    return read;
  };
  for (;;) {
    eat('filters IN [');
    const values = [value()];
    while (filter[at] === ',') {
      eat(', ');
      values.push(value());
    }
    eat(']');
    conditions.push(values);
    if (at === filter.length) return conditions;
    eat(' AND ');
  }
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', "'", ']', ',', ' OR ', '\n', '`', 'a', '\u0000') }),
  fc.constantFrom('"] OR filters EXISTS OR filters IN ["', '\\', '\\"', '\\\\"', '" OR 1=1', 'a"b\\'),
);

it('no value breaks out of its place', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(hostile, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (wanted) => {
        expect(readBack(allOf(wanted.map((values) => isOneOf('filters', values))) ?? '')).toEqual(wanted);
      },
    ),
  );
});

describe('quoted', () => {
  it.each([
    ['destination:DE', '"destination:DE"'],
    ['"', '"\\""'],
    ['\\', '"\\\\"'],
  ])('%s', (value, text) => expect(quoted(value)).toBe(text));
});

it('without a condition there is no filter', () => expect(allOf([])).toBeUndefined());
