import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cases } from '../../../../test/support/naive/cases.arbitrary.ts';
import { rules } from '../../../../test/support/naive/rules.arbitrary.ts';
import { seedPathways } from '../../../../test/support/naive/seed.ts';
import type { Pathway } from '../../documents/index.ts';
import { makePeople } from '../../population/people.ts';
import { Person } from '../../rule/person.ts';
import { compilePathway, ruleOf } from '../evaluate.ts';
import { demandsOf, narrowedTo } from './demand.ts';

const PAIRS = 10_000;

/** As every index looks: it shows what has one word of each list. */
function isShown(demands: readonly string[], lists: readonly (readonly string[])[]): boolean {
  const words = new Set(demands);
  return lists.every((list) => list.some((word) => words.has(word)));
}

const demanded = (pathway: Pathway) =>
  demandsOf(ruleOf(pathway), { destination: pathway.destination, pathway: pathway.id });

/** A vacancy requires what it says beside what its pathway does; *here* is the same for both. */
const vacancies = fc.tuple(cases, fc.option(rules)).map(([{ pathway, ...one }, requires]) => ({
  ...one,
  under: requires ? { ...pathway, eligibility: { all: [pathway.eligibility, requires] } } : pathway,
}));

it(`hides none of ${PAIRS} pathways and vacancies that are open to a person, or may be`, { timeout: 120_000 }, () => {
  let hidden = 0;
  fc.assert(
    fc.property(vacancies, ({ under, profile, on }) => {
      const shown = isShown(demanded(under), narrowedTo(profile, on));
      const closed = compilePathway(under).judge(new Person(profile, on)).finding === 'unmet';
      if (!shown) hidden += 1;
      expect(shown || closed).toBe(true);
    }),
    { numRuns: PAIRS },
  );
  expect(hidden).toBeGreaterThan(PAIRS / 10);
});

it('hides most of the real pathways that are closed to people, and none that is not', () => {
  const on = '2026-11-23';
  const people = makePeople(seedPathways, { count: 200, seed: 1, on });
  let [closed, hidden] = [0, 0];
  for (const pathway of seedPathways) {
    const [{ judge }, demands] = [compilePathway(pathway), demanded(pathway)];
    for (const profile of people) {
      const isClosed = judge(new Person(profile, on)).finding === 'unmet';
      const shown = isShown(demands, narrowedTo(profile, on));
      if (isClosed) closed += 1;
      if (!shown) hidden += 1;
      expect(shown || isClosed).toBe(true);
    }
  }
  expect(hidden).toBeGreaterThan(closed / 2);
});
