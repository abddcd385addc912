import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkProfile,
  comparisonOf,
  type PersonCriterion,
  parseDocumentOf,
  walkCriteria,
  walkRules,
} from '../../../app/domain/documents/index.ts';
import { cases } from './cases.arbitrary.ts';
import { combine, verdictOn } from './interpreter.ts';

/** One fixed seed, so that a run is repeatable; the time is for a busy machine. */
const runs = { seed: 23_112_026, numRuns: 500 };
const patience = 60_000;

it(
  'people are sound, and born by the day of evaluation',
  () => {
    fc.assert(
      fc.property(cases, ({ profile, on }) => {
        expect(parseDocumentOf('profile', profile)).toEqual({ ok: true, document: profile });
        expect(checkProfile(profile, on)).toEqual([]);
      }),
      runs,
    );
  },
  patience,
);

it(
  'pathways are sound',
  () => {
    fc.assert(
      fc.property(cases, ({ pathway }) => {
        expect(parseDocumentOf('pathway', pathway)).toEqual({ ok: true, document: pathway });
      }),
      runs,
    );
  },
  patience,
);

const findings = ['met', 'unknown', 'unmet'];

/** The table «Facts» of the contract: what each fact of a person may be compared by. */
const comparisons: [fact: PersonCriterion['fact'], operators: string][] = [
  ['age', 'gte gt lte lt eq ne'],
  ['sex', 'eq ne in notIn'],
  ['nationality', 'in notIn'],
  ['residence', 'eq ne in notIn'],
  ['education', 'gte gt lte lt eq'],
  ['language', 'gte lt'],
  ['test', 'gte gt lte lt'],
  ['experience', 'gte gt lte lt'],
  ['qualification', 'gte eq'],
  ['training', 'gte gt lte lt'],
  ['offer', 'eq'],
  ['offerOccupation', 'in notIn'],
  ['offerWage', 'gte gt lte lt'],
  ['offerMonths', 'gte gt lte lt'],
  ['savings', 'gte gt lte lt'],
  ['health', 'eq'],
  ['criminalRecord', 'eq'],
  ['stay', 'gte gt lte lt'],
  ['participation', 'gte gt lte lt eq'],
  ['overstay', 'eq'],
  ['displacement', 'eq in'],
  ['dependants', 'gte gt lte lt eq'],
  ['licence', 'eq'],
  ['declared', 'eq'],
];

describe('among two thousand cases', () => {
  const sample = fc.sample(cases, { ...runs, numRuns: 2000 });
  const judged = sample.map(({ pathway, profile, on }) => ({ pathway, ...verdictOn(pathway, profile, on) }));
  const seen = new Set(
    judged.flatMap(({ pathway, findings: found }) =>
      [...walkCriteria(pathway.eligibility)].map(
        ({ criterion }) => `${criterion.fact} ${comparisonOf(criterion).operator} ${found.get(criterion.id)}`,
      ),
    ),
  );

  it.each(comparisons)('%s is met, unmet and unknown by each of %s', (fact, operators) => {
    const possible = operators
      .split(' ')
      .flatMap((operator) => findings.map((found) => `${fact} ${operator} ${found}`));
    expect([...seen].filter((combination) => combination.startsWith(`${fact} `)).sort()).toEqual(possible.sort());
  });

  it('every form is met, unmet and unknown', () => {
    const forms = judged.flatMap(({ pathway, findings: found }) =>
      [...walkRules(pathway.eligibility)].map(({ rule }) => {
        const form = Object.keys(rule).find((key) => /^(all|any|none|atLeast|points)$/.test(key));
        return `${form ?? 'criterion'} ${combine(rule, ({ id }) => found.get(id) ?? 'unknown')}`;
      }),
    );
    const possible = ['all', 'any', 'atLeast', 'criterion', 'none', 'points'].flatMap((form) =>
      findings.map((found) => `${form} ${found}`),
    );
    expect([...new Set(forms)].sort()).toEqual(possible.sort());
  });

  it('every verdict is given, none of them rarely', () => {
    const shares = [null, 'eligible', 'possible', 'ineligible'].map(
      (verdict) => judged.filter((one) => one.verdict === verdict).length / judged.length,
    );
    for (const share of shares) expect(share).toBeGreaterThan(0.05);
  });
});

it(
  'what a person leaves untold can only leave an answer open, never turn it',
  () => {
    const untelling = fc.record({ case: cases, which: fc.nat({ max: 100 }) });
    fc.assert(
      fc.property(untelling, ({ case: { pathway, profile, on }, which }) => {
        const { type, ...told } = profile;
        const left = Object.entries(told).filter((_, index, all) => index !== which % all.length);
        const full = verdictOn(pathway, profile, on);
        const partial = verdictOn(pathway, { type, ...Object.fromEntries(left) }, on);
        expect([full.verdict, full.verdict === null ? null : 'possible']).toContain(partial.verdict);
        for (const [id, found] of partial.findings) expect([full.findings.get(id), 'unknown']).toContain(found);
        for (const [index, { lowest, highest }] of partial.points.entries()) {
          expect(lowest).toBeLessThanOrEqual(full.points[index]?.lowest ?? Number.NaN);
          expect(highest).toBeGreaterThanOrEqual(full.points[index]?.highest ?? Number.NaN);
        }
      }),
      runs,
    );
  },
  patience,
);
