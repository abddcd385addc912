import { describe, expect, it } from 'vitest';
import { covered, merged, type Span } from './spans.ts';

const span = (first: number, last: number): Span => ({ first, last });

describe('covered', () => {
  it.each<[string, Span[], number]>([
    ['nothing', [], 0],
    ['both ends count', [span(3, 5)], 3],
    ['apart', [span(1, 2), span(5, 6)], 4],
    ['overlapping, in any order', [span(4, 8), span(1, 5)], 8],
    ['one within another', [span(1, 9), span(3, 4), span(9, 10)], 10],
    ['cut at the window', [span(-5, 2), span(9, 30)], 5],
    ['outside the window', [span(-5, -1), span(12, 14)], 0],
  ])('%s', (_, spans, total) => expect(covered(spans, span(0, 10))).toBe(total));
});

it('merges what touches or overlaps, within the window, in order', () => {
  expect(merged([span(9, 30), span(1, 2), span(3, 4), span(-5, 1), span(6, 6)], span(0, 10))).toEqual([
    span(0, 4),
    span(6, 6),
    span(9, 10),
  ]);
});
