import { describe, expect, it } from 'vitest';
import { beginningOf, beginningWith, wholeOf } from './beginning.ts';

const begins = (field: readonly string[][], query: string[]) =>
  beginningOf(field)?.startsWith(beginningWith(query)) ?? false;
const isWhole = (field: readonly string[][], query: string[]) => beginningOf(field) === wholeOf(query);

describe('what a field begins with', () => {
  it('is told by its first words, each of them whole', () => {
    expect(begins([['work', 'permit', 'for', 'all']], ['work', 'permit'])).toBe(true);
    expect(begins([['work', 'permits']], ['work', 'permit'])).toBe(false);
    expect(begins([['work'], ['permit']], ['permit'])).toBe(false);
    expect(begins([], ['work'])).toBe(false);
    expect(begins([[], ['work']], ['work'])).toBe(false);
  });

  it('is the whole field where nothing follows, in no other text either', () => {
    expect(isWhole([['work', 'permit']], ['work', 'permit'])).toBe(true);
    expect(isWhole([['work', 'permit']], ['work'])).toBe(false);
    expect(isWhole([['work'], ['travail']], ['work'])).toBe(false);
  });

  it('ends at ten words, and at what PostgreSQL keeps of one', () => {
    const eleven = Array.from({ length: 11 }, (_, at) => `w${at}`);
    expect(begins([eleven], eleven.slice(0, 10))).toBe(true);
    expect(isWhole([eleven], eleven.slice(0, 10))).toBe(false);
    const long = Array.from({ length: 10 }, () => 'न'.repeat(60));
    expect(Buffer.byteLength(wholeOf(long))).toBeLessThanOrEqual(2_046);
    expect(isWhole([long], long)).toBe(true);
  });
});
