import { expect, it } from 'vitest';
import { predecessorOf } from './predecessor.ts';

const versions = ['2024-01-01', '2026-01-01', '2024-01-01', '2025-01-01', '2023-01-01'].map((effectiveFrom, index) => ({
  version: index + 1,
  effectiveFrom,
}));

it.each([
  ['the first follows none', 1, undefined],
  ['a new edition the one in effect before', 2, 1],
  ['a correction the version that it corrects, not the edition published since', 3, 1],
  ['an edition between two the earlier one as corrected', 4, 3],
  ['one from before all others the last of all', 5, 4],
])('%s', (_, version, followed) => {
  const one = versions.find((each) => each.version === version);
  expect(one && predecessorOf(one, versions)?.version).toBe(followed);
});
