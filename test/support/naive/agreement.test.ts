import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assess, compilePathway } from '../../../app/domain/eligibility/evaluate.ts';
import { Person } from '../../../app/domain/rule/person.ts';
import { cases } from './cases.arbitrary.ts';
import { verdictOn } from './interpreter.ts';
import { dataOf, JudgedPerson, named, seedPathways } from './seed.ts';

const PAIRS = 10_000;

it(`judges ${PAIRS} persons by as many pathways as a naive reading of the contract does`, { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(cases, ({ pathway, profile, on }) => {
      const compiled = compilePathway(pathway);
      const person = new Person(profile, on);
      const ours = assess(compiled, person);
      const naive = verdictOn(pathway, profile, on);
      expect(ours.verdict).toBe(naive.verdict);
      expect(compiled.verdict(person)).toBe(naive.verdict);
      expect(new Map(ours.answers.map(({ criterion, finding }) => [criterion.id, finding]))).toEqual(naive.findings);
      expect(ours.scores).toEqual(naive.points);
    }),
    { numRuns: PAIRS },
  );
});

it.each(dataOf('people', JudgedPerson))('judges %s as the people of the seed expect', (_, person) => {
  const { profile, on } = person;
  const { verdict, answers } = assess(compilePathway(named(seedPathways, person.pathway)), new Person(profile, on));
  expect(verdict).toBe(person.expect);
  expect(Object.fromEntries(answers.map(({ criterion, finding }) => [criterion.id, finding]))).toMatchObject(
    person.criteria,
  );
});
