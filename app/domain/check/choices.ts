import type { Pathway, PersonCriterion } from '../documents/index.ts';
import { criteriaOf } from '../rule/walk.ts';
import type { ProfileQuestion, ToldPart } from './question.ts';

/** What rules name that an answer may choose from. */
const CHOICES: Partial<Record<ToldPart, (criterion: PersonCriterion) => string | undefined>> = {
  languages: (criterion) => (criterion.fact === 'language' ? criterion.of : undefined),
  tests: (criterion) => (criterion.fact === 'test' ? criterion.of : undefined),
  licences: (criterion) => (criterion.fact === 'licence' ? criterion.of : undefined),
  savings: (criterion) => (criterion.fact === 'savings' ? criterion.currency : undefined),
};

/**
 * What the rules of any pathway name that is answered here: languages, tests, licences, currencies, in order. A list that left one out
 * would state that the person has it not.
 */
export function choicesOf(question: ProfileQuestion, pathways: readonly Pathway[]): string[] {
  const choice = question.part === 'declared' ? undefined : CHOICES[question.part];
  if (choice === undefined) return [];
  return [
    ...new Set(pathways.flatMap(({ eligibility }) => criteriaOf(eligibility).flatMap((one) => choice(one) ?? []))),
  ].sort();
}
