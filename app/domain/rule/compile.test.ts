import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Finding } from './finding.ts';
import type { RuleOver } from './rule.ts';

type Leaf = { is: Finding };
const [met, unmet, unknown] = [{ is: 'met' }, { is: 'unmet' }, { is: 'unknown' }] as const satisfies Leaf[];
const item = (id: string, points: number, when: Leaf, group?: string) => ({
  id,
  points,
  when,
  ...(group && { group }),
});

const cases: [string, RuleOver<Leaf>, Finding][] = [
  ['all of nothing', { all: [] }, 'met'],
  ['all takes the worst', { all: [met, unknown] }, 'unknown'],
  ['one unmet settles all', { all: [unknown, unmet] }, 'unmet'],
  ['any of nothing', { any: [] }, 'unmet'],
  ['any takes the best', { any: [unmet, unknown] }, 'unknown'],
  ['one met settles any', { any: [unknown, met] }, 'met'],
  ['none of nothing', { none: [] }, 'met'],
  ['none with one met', { none: [met, unknown] }, 'unmet'],
  ['none with one unknown', { none: [unmet, unknown] }, 'unknown'],
  ['enough are met', { atLeast: 2, of: [met, unmet, met] }, 'met'],
  ['met and unknown fall short', { atLeast: 2, of: [met, unmet, unmet] }, 'unmet'],
  ['the unknown one decides', { atLeast: 2, of: [met, unknown, unmet] }, 'unknown'],
  ['more than there can be', { atLeast: 5_000_000_000, of: [met] }, 'unmet'],
  ['at least none of nothing', { atLeast: 0, of: [] }, 'met'],
  ['points reached', { points: { pass: 6, items: [item('a', 4, met), item('b', 2, met)] } }, 'met'],
  [
    'points cut at the maximum of their group',
    { points: { pass: 6, items: [item('a', 4, met, 'g'), item('b', 4, met, 'g')], groupMax: { g: 5 } } },
    'unmet',
  ],
  ['points that may yet come', { points: { pass: 6, items: [item('a', 4, met), item('b', 2, unknown)] } }, 'unknown'],
  ['tenths of points are exact', { points: { pass: 0.3, items: [item('a', 0.1, met), item('b', 0.2, met)] } }, 'met'],
  ['points out of reach', { points: { pass: 7, items: [item('a', 4, met), item('b', 2, unknown)] } }, 'unmet'],
];

describe('compile', () => {
  it.each(cases)('%s', (_, rule, finding) => {
    const { decide } = compile(
      rule,
      ({ is }: Leaf) =>
        (_subject: undefined) =>
          is,
    );
    expect(decide(undefined)).toBe(finding);
  });
});
