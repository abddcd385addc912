import { expect, it } from 'vitest';
import type { Rule } from '../domain/documents/index.ts';
import { criteriaOf } from '../domain/rule/walk.ts';
import { ruleInWords } from './criterion.ts';

const names = {
  occupation: (code: string, language: string) => (language === 'fr' ? `métier ${code}` : `work ${code}`),
};

it('calls occupations by name wherever a rule asks for them, and leaves the words of its document', () => {
  const months = { id: 'a', fact: 'experience' as const, of: ['2221', '3221'], gte: 24 };
  const rule: Rule = {
    all: [
      months,
      { any: [{ id: 'b', fact: 'qualification', of: ['2221'], gte: 'held' }, { none: [{ ...months, id: 'c' }] }] },
      { atLeast: 1, of: [{ ...months, id: 'd', label: { en: 'Two years as a nurse' } }] },
    ],
  };
  const [a, b, c, d] = criteriaOf(ruleInWords(rule, names)).map(({ label }) => label);
  expect([a?.['en'], a?.['fr']]).toEqual([
    'Months of work experience (work 2221 or work 3221): at least 24',
    'Mois d’expérience professionnelle (métier 2221 ou métier 3221)\u00a0: au moins 24',
  ]);
  expect(b?.['en']).toContain('work 2221');
  expect(c).toEqual(a);
  expect(d).toEqual({ en: 'Two years as a nurse' });
});
