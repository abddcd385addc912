import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aPathway } from '../../../test/support/documents.ts';
import type { PersonCriterion, PersonRule, Profile } from '../documents/index.ts';
import { compilePathway } from '../eligibility/evaluate.ts';
import { Person } from '../rule/person.ts';
import { questionsLeft } from './next-question.ts';
import { type CheckQuestion, declaration, findQuestion, isAnswered, QUESTIONS } from './question.ts';
import { survey } from './survey.ts';

const ON = '2026-11-24';
const DECLARED = ['a', 'b', 'c', 'd'];

const CRITERIA: readonly PersonCriterion[] = [
  { id: 'c', fact: 'age', gte: 30 },
  { id: 'c', fact: 'age', lt: 40 },
  { id: 'c', fact: 'nationality', in: ['NP'] },
  { id: 'c', fact: 'language', of: 'de', gte: 'B1' },
  { id: 'c', fact: 'language', of: 'en', gte: 'A2' },
  { id: 'c', fact: 'education', gte: 3 },
  { id: 'c', fact: 'offer', eq: true },
  { id: 'c', fact: 'offerWage', currency: 'EUR', per: 'month', gte: 2000 },
  { id: 'c', fact: 'savings', currency: 'EUR', gte: 1000 },
  { id: 'c', fact: 'health', eq: true },
  { id: 'c', fact: 'criminalRecord', eq: true },
  { id: 'c', fact: 'qualification', gte: 'held' },
  { id: 'c', fact: 'training', gte: 24 },
  ...DECLARED.map((of): PersonCriterion => ({ id: 'c', fact: 'declared', of, eq: of !== 'd' })),
];

const { rule } = fc.letrec<{ rule: PersonRule }>((tie) => {
  const rules = fc.array(tie('rule'), { maxLength: 3 });
  const items = fc.array(fc.record({ points: fc.constantFrom(1, 2, 3), when: tie('rule') }), { maxLength: 4 });
  return {
    rule: fc.oneof(
      { maxDepth: 3 },
      { weight: 3, arbitrary: fc.constantFrom<PersonRule>(...CRITERIA) },
      rules.map((all): PersonRule => ({ all })),
      rules.map((any): PersonRule => ({ any })),
      rules.map((none): PersonRule => ({ none })),
      fc.record({ atLeast: fc.nat(3), of: rules }),
      fc.record({ pass: fc.constantFrom(1, 3, 4), items }).map(
        ({ pass, items: made }): PersonRule => ({
          points: { pass, items: made.map((item, at) => ({ ...item, id: `i${at}`, group: 'g' })), groupMax: { g: 4 } },
        }),
      ),
    ),
  };
});

/** Every criterion of a document has an id of its own. */
const numbered = (made: PersonRule): PersonRule => {
  let count = 0;
  return JSON.parse(JSON.stringify(made), (key, value) => (key === 'id' && value === 'c' ? `c${count++}` : value));
};

const base = aPathway();
const pathways = fc
  .array(rule, { minLength: 1, maxLength: 4 })
  .map((rules) =>
    rules.map((eligibility, at) =>
      compilePathway({ ...base, id: `p${at}`, origins: at === 0 ? ['NP'] : 'any', eligibility: numbered(eligibility) }),
    ),
  );

const money = fc.record({ amount: fc.constantFrom(500, 2500), currency: fc.constantFrom('EUR', 'USD') });
const profile: fc.Arbitrary<Profile> = fc.record(
  {
    type: fc.constant('profile'),
    birthDate: fc.constantFrom('1980-01-01', '1990-01-01', '2000-01-01'),
    nationalities: fc.subarray(['NP', 'PH']),
    education: fc.record({ isced: fc.constantFrom(1, 6) }),
    languages: fc.subarray([
      { language: 'de', cefr: 'B2' as const },
      { language: 'en', cefr: 'A1' as const },
    ]),
    offer: fc.option(
      fc.record(
        { destination: fc.constantFrom('DE', 'KR'), wage: money.map((one) => ({ money: one, per: 'month' as const })) },
        { requiredKeys: ['destination'] },
      ),
    ),
    savings: money,
    qualifications: fc.subarray([{ occupation: '2221', trainingMonths: 36, recognisedIn: ['DE'] }]),
    health: fc.boolean(),
    criminalRecord: fc.boolean(),
    declared: fc.dictionary(fc.constantFrom(...DECLARED), fc.boolean()),
  },
  { requiredKeys: ['type'] },
);

const nothingIsPrivate = () => false;
const EVERY: readonly CheckQuestion[] = [
  ...Object.values(QUESTIONS).flatMap(({ id }) => findQuestion(id) ?? []),
  ...DECLARED.map(declaration),
];

/** The answer to one question, taken over from another profile; where that has none, the profile stays as it is. */
function answered(to: Profile, question: CheckQuestion, from: Profile): Profile {
  if (!isAnswered(from, question)) return to;
  if (question.part !== 'declared') return { ...to, [question.part]: from[question.part] };
  return { ...to, declared: { ...to.declared, [question.of]: from.declared?.[question.of] ?? false } };
}

type Compiled = ReturnType<typeof compilePathway>;
const verdicts = (compiled: readonly Compiled[], one: Profile) =>
  compiled.map(({ verdict }) => verdict(new Person(one, ON)));

/** Goes through the check as a person would who is as `truth` says and leaves open what `skips` names. */
function goThrough(compiled: readonly Compiled[], truth: Profile, skips: readonly string[]) {
  let told: Profile = { type: 'profile' };
  const asked: string[] = [];
  for (;;) {
    const found = survey(compiled, new Person(told, ON), nothingIsPrivate);
    const [next] = questionsLeft(found, { profile: told, asked });
    if (next === undefined) return { told, asked };
    asked.push(next.question.id);
    if (!skips.includes(next.question.id)) told = answered(told, next.question, truth);
  }
}

it('never leaves a question out that could have changed a verdict', () => {
  const skips = fc.subarray(EVERY.map(({ id }) => id));
  fc.assert(
    fc.property(pathways, profile, profile, skips, (compiled, truth, other, skipped) => {
      const { told, asked } = goThrough(compiled, truth, skipped);
      const never = EVERY.filter(({ id }) => !asked.includes(id));
      const changed = never.reduce((one, question) => answered(one, question, other), told);
      expect(verdicts(compiled, changed)).toEqual(verdicts(compiled, told));
    }),
    { numRuns: 500 },
  );
}, 60_000);

it('comes to the verdicts that all the answers together would have', () => {
  fc.assert(
    fc.property(pathways, profile, (compiled, truth) => {
      const { told } = goThrough(compiled, truth, []);
      expect(verdicts(compiled, told)).toEqual(verdicts(compiled, truth));
    }),
    { numRuns: 500 },
  );
}, 60_000);
