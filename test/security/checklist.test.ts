import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { CHECKLIST } from './checklist.ts';

const read = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');

const lines = CHECKLIST.flatMap((line) => ('shown' in line ? [line] : []));

it.each(lines)('$id, $what, is shown by tests that are there', ({ shown }) => {
  expect(shown.length).toBeGreaterThan(0);
  for (const { by, test } of shown) expect(read(by), `${by}: ${test}`).toContain(test);
});

it('names each requirement once, in their order', () => {
  const ids = CHECKLIST.map(({ id }) => id);
  const inOrder = [...new Set(ids)].sort((a, b) => {
    const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
    return left.map((part, at) => part - (right[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  });
  expect(ids).toEqual(inOrder);
});
