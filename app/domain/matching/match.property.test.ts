import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchOn } from '../../../test/support/naive/match.ts';
import { matches } from '../../../test/support/naive/matches.arbitrary.ts';
import { VERDICTS } from '../eligibility/evaluate.ts';
import { isInEffect } from '../eligibility/in-effect.ts';
import { Person } from '../rule/person.ts';
import { assessMatch, matchCompiler, worst } from './match.ts';

const PAIRS = 10_000;

it(`comes for ${PAIRS} pairs to what a naive reading of the contract does, with and without its reasons`, {
  timeout: 120_000,
}, () => {
  const seen = new Map<string | null, number>();
  fc.assert(
    fc.property(matches, ({ pathway, vacancy, profile, on }) => {
      const naive = matchOn(pathway, vacancy, profile, on);
      const person = new Person(profile, on);
      const { verdict } = assessMatch(pathway, vacancy, person);
      expect(verdict).toBe(naive);
      const { law, own } = matchCompiler()(pathway, vacancy);
      if (isInEffect(pathway, on)) expect(VERDICTS[worst([law(person), own(person)])]).toBe(naive);
      seen.set(naive, (seen.get(naive) ?? 0) + 1);
    }),
    { numRuns: PAIRS },
  );
  for (const verdict of ['eligible', 'possible', 'ineligible', null])
    expect(seen.get(verdict)).toBeGreaterThan(PAIRS / 50);
});
