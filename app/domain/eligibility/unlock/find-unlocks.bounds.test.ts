import { expect, it } from 'vitest';
import { aPathway } from '../../../../test/support/documents.ts';
import type { PersonCriterion, PersonRule, Profile } from '../../documents/index.ts';
import { Person } from '../../rule/person.ts';
import { type CompiledPathway, compilePathway } from '../evaluate.ts';
import { findUnlocks, MOST_FOR_ALL, MOST_FOR_ONE, MOST_SETS } from './find-unlocks.ts';
import { costOf } from './purse.ts';

/** What no rule may do to the search: counted in verdicts asked for, not in time. */

const ON = '2026-11-25';
const nobody: Profile = { type: 'profile', nationalities: ['PH'] };

/** The pathways of the rules, and how much has been asked of them. */
function watched(rules: readonly PersonRule[], profile: Profile) {
  const asked = { verdicts: 0, cost: 0 };
  const pathways = rules.map((eligibility, at): CompiledPathway => {
    const compiled = compilePathway(aPathway({ id: `p${at}`, eligibility }));
    const cost = costOf(compiled.pathway, profile);
    return {
      ...compiled,
      verdict: (person) => {
        asked.verdicts += 1;
        asked.cost += cost;
        return compiled.verdict(person);
      },
    };
  });
  return { asked, pathways, largest: Math.max(...pathways.map(({ pathway }) => costOf(pathway, profile))) };
}

const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const tests = (count: number) =>
  many(count, (at): PersonCriterion => ({ id: `t${at}`, fact: 'test', of: `test-${at}`, gte: at }));

it('asks nothing more of a pathway that no change can open', () => {
  const { asked, pathways } = watched([{ all: [...tests(3), { id: 'old', fact: 'age', gte: 18 }] }], {
    ...nobody,
    birthDate: '2015-01-01',
  });
  expect(findUnlocks(pathways, new Person({ ...nobody, birthDate: '2015-01-01' }, ON), 3).unlocks).toEqual([]);
  expect(asked.verdicts).toBe(1);
});

const wages = many(
  300,
  (at): PersonCriterion => ({ id: `w${at}`, fact: 'offerWage', currency: 'EUR', per: 'year', lt: at + 1 }),
);
const months = many(300, (at): PersonCriterion => ({ id: `m${at}`, fact: 'offerMonths', gt: at }));
const jobs = many(
  300,
  (at): PersonCriterion => ({
    id: `e${at}`,
    fact: 'experience',
    of: [String(2111 + (at % 3))],
    withinMonths: at + 1,
    gt: at,
  }),
);
const busy: Profile = {
  ...nobody,
  experience: many(5_000, () => ({ occupation: '5', from: '2000-01', to: '2020-01' })),
};

const malicious: [string, PersonRule, Profile][] = [
  ['four of a hundred tests', { atLeast: 4, of: tests(100) }, nobody],
  ['four of two thousand tests', { atLeast: 4, of: tests(2_000) }, nobody],
  [
    'as many terms of an offer, that contradict each other',
    { all: [...wages, ...months, { id: 'rich', fact: 'offerWage', currency: 'EUR', per: 'year', gte: 1_000 }] },
    nobody,
  ],
  ['a great many windows of work', { atLeast: 299, of: jobs }, nobody],
  ['a long life of work', { atLeast: 299, of: jobs }, busy],
];

it.each(malicious)(
  'ends a search over %s, and says so',
  (_, rule, profile) => {
    const { asked, pathways, largest } = watched([rule], profile);
    const { unlocks, incomplete } = findUnlocks(pathways, new Person(profile, ON), 3);
    expect(unlocks).toEqual([]);
    expect(incomplete.map(({ id }) => id)).toEqual(['p0']);
    expect(asked.cost).toBeLessThanOrEqual(MOST_FOR_ONE + 2 * largest);
  },
  30_000,
);

it('spends no more on many pathways than it may, and names those it left', () => {
  const { asked, pathways, largest } = watched(
    many(10, () => ({ atLeast: 4, of: tests(200) })),
    nobody,
  );
  const { incomplete } = findUnlocks(pathways, new Person(nobody, ON), 3);
  expect(incomplete).toHaveLength(10);
  expect(asked.cost).toBeLessThanOrEqual(MOST_FOR_ALL + 2 * 10 * largest);
}, 30_000);

it('gives no more sets than anybody reads, and says that there are more', () => {
  const { pathways } = watched([{ any: tests(MOST_SETS + 20) }], nobody);
  const { unlocks, incomplete } = findUnlocks(pathways, new Person(nobody, ON), 3);
  expect(unlocks).toHaveLength(MOST_SETS);
  expect(incomplete).toHaveLength(1);
});
