import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PersonRule } from '../../rule/rule.ts';
import { type PlainRequirements, plainOf, ruleOf } from './plain-requirements.ts';

const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
const plain = fc.record<PlainRequirements>(
  {
    education: fc.integer({ min: 1, max: 8 }),
    experienceMonths: fc.integer({ min: 1, max: 600 }),
    qualification: fc.constantFrom('held', 'recognised'),
    trainingMonths: fc.integer({ min: 1, max: 60 }),
    licences: fc.uniqueArray(fc.constantFrom('B', 'C', 'CE'), { minLength: 1 }),
    languages: fc.uniqueArray(
      fc.record({ language: fc.constantFrom('de', 'en', 'pt-BR'), cefr: fc.constantFrom(...LEVELS) }),
      { minLength: 1, selector: ({ language }) => language },
    ),
  },
  { requiredKeys: [] },
);

it('choices become a sound rule, and are read off it again', () => {
  fc.assert(
    fc.property(plain, fc.constantFrom('2221', '51'), (choices, occupation) => {
      const rule = ruleOf(choices, occupation);
      if (rule) expect(PersonRule.safeParse(rule).success).toBe(true);
      expect(plainOf(rule, occupation)).toEqual(choices);
    }),
  );
});

it('a rule that says more is left to whoever wrote it', () => {
  expect(plainOf({ any: [] }, '2221')).toBeUndefined();
  expect(plainOf({ all: [{ id: 'age', fact: 'age', gte: 18 }] }, '2221')).toBeUndefined();
  expect(plainOf({ all: [{ id: 'education', fact: 'education', eq: 6 }] }, '2221')).toBeUndefined();
  const other = { all: [{ id: 'experience', fact: 'experience' as const, of: ['5131' as const], gte: 12 }] };
  expect(plainOf(other, '2221')).toBeUndefined();
  expect(plainOf(other, '5131')).toEqual({ experienceMonths: 12 });
});

it('nothing required is no rule', () => {
  expect(ruleOf({}, '2221')).toBeUndefined();
  expect(plainOf(undefined, '2221')).toEqual({});
});
