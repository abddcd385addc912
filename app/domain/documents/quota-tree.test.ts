import { expect, it } from 'vitest';
import type { Quota } from './quota.ts';
import { checkQuotaTree } from './quota-tree.ts';

const year: Quota = {
  type: 'quota',
  id: 'year',
  pathway: 'p',
  period: { from: '2026-01-01', to: '2026-12-31' },
  places: 100,
};
const part = (changes: Partial<Quota>): Quota => ({ ...year, id: 'part', parent: 'year', ...changes });

function problems(...quotas: Quota[]): string[] {
  const found = checkQuotaTree(new Map(quotas.map((quota) => [quota.id, quota])), (pathway) => pathway !== 'gone');
  return [...found].flatMap(([id, list]) => list.map(({ path, message }) => `${id} ${path}: ${message}`));
}

it.each<[string, Quota[], string[]]>([
  ['as many places as the parent', [year, part({ places: 100 })], []],
  [
    'one place more than the parent',
    [year, part({ places: 101 })],
    ['part /places: 101 places, more than the 100 of its parent'],
  ],
  ['siblings that exceed their parent together', [year, part({ places: 80 }), part({ id: 'other', places: 80 })], []],
  ['a parent that is not there', [part({})], ['part /parent: no quota "year"']],
  ['a pathway that is not there', [{ ...year, pathway: 'gone' }], ['year /pathway: no pathway "gone"']],
  [
    'a parent of another pathway',
    [year, part({ pathway: 'q' })],
    ['part /parent: its parent "year" is of the pathway "p"'],
  ],
  [
    'a period that meets the parent on its last day',
    [year, part({ period: { from: '2026-12-31', to: '2027-06-30' } })],
    [],
  ],
  [
    'a period that begins after the parent',
    [year, part({ period: { from: '2027-01-01' } })],
    ['part /period: no day of its period is in the period of its parent "year"'],
  ],
  [
    'a period that ends before the parent',
    [year, part({ period: { from: '2025-01-01', to: '2025-12-31' } })],
    ['part /period: no day of its period is in the period of its parent "year"'],
  ],
  ['a parent without end', [{ ...year, period: { from: '2020-01-01' } }, part({ period: { from: '2030-01-01' } })], []],
  [
    'two that are each other’s parent, and one below them',
    [{ ...year, parent: 'part' }, part({}), part({ id: 'below', parent: 'part' })],
    [
      'year /parent: quotas are parents of each other in a circle: "year" → "part" → "year"',
      'part /parent: quotas are parents of each other in a circle: "year" → "part" → "year"',
    ],
  ],
])('%s', (_, quotas, expected) => expect(problems(...quotas)).toEqual(expected));

it('a chain of a hundred thousand is walked without recursion', () => {
  const chain = Array.from({ length: 100_000 }, (_, index) => part({ id: `q-${index}`, parent: `q-${index + 1}` }));
  expect(problems(...chain)).toEqual(['q-99999 /parent: no quota "q-100000"']);
});
