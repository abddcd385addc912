import { expect, it } from 'vitest';
import { comparisonOf } from './comparison.ts';
import type { Rule } from './rule.ts';
import { walkCriteria, walkRules } from './walk.ts';

const rule: Rule = {
  all: [
    { id: 'a', fact: 'age', gte: 18 },
    { any: [{ id: 'b', fact: 'nationality', notIn: ['PH'] }, { none: [{ id: 'c', fact: 'health', eq: false }] }] },
    { atLeast: 1, of: [{ id: 'd', fact: 'language', of: 'ko', lt: 'B1' }] },
    { points: { pass: 1, items: [{ id: 'i', points: 1, when: { all: [{ id: 'e', fact: 'dependants', eq: 0 }] } }] } },
  ],
};

it('yields every criterion in order, with its place and its comparison', () => {
  expect(
    [...walkCriteria(rule, '/eligibility')].map(({ criterion, path }) => [criterion.id, path, comparisonOf(criterion)]),
  ).toEqual([
    ['a', '/eligibility/all/0', { operator: 'gte', value: 18 }],
    ['b', '/eligibility/all/1/any/0', { operator: 'notIn', value: ['PH'] }],
    ['c', '/eligibility/all/1/any/1/none/0', { operator: 'eq', value: false }],
    ['d', '/eligibility/all/2/of/0', { operator: 'lt', value: 'B1' }],
    ['e', '/eligibility/all/3/points/items/0/when/all/0', { operator: 'eq', value: 0 }],
  ]);
});

it('yields every rule, itself first', () => {
  expect([...walkRules(rule)].map(({ path }) => path)).toHaveLength(11);
  expect([...walkRules({ all: [] })]).toEqual([{ rule: { all: [] }, path: '' }]);
});
