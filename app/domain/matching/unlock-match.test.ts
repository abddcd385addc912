import { describe, expect, it } from 'vitest';
import { aPathway, aVacancy } from '../../../test/support/documents.ts';
import { seedPathways } from '../../../test/support/naive/seed.ts';
import type { Profile } from '../documents/index.ts';
import { isInEffect } from '../eligibility/in-effect.ts';
import { applyChange } from '../eligibility/unlock/apply-change.ts';
import { makeSeekers, makeVacancies } from '../population/labour-market.ts';
import { Person } from '../rule/person.ts';
import { assessMatch } from './match.ts';
import { unlocksOfMatch } from './unlock-match.ts';

const ON = '2026-11-23';

describe('what would make somebody eligible for a vacancy', () => {
  const pathway = aPathway({
    eligibility: {
      all: [
        { id: 'paid', fact: 'offerWage', currency: 'EUR', per: 'month', gte: 9_000 },
        { id: 'schooled', fact: 'language', of: 'de', gte: 'A2' },
      ],
    },
  });
  const wage = (amount: number) => ({ money: { amount, currency: 'EUR' }, per: 'month' as const });
  const requires = { all: [{ id: 'spoken', fact: 'language' as const, of: 'de', gte: 'B1' as const }] };
  const speaks: Profile = { type: 'profile', nationalities: ['PH'], languages: [{ language: 'de', cefr: 'A2' }] };

  it('counts what the vacancy requires with what the law does', () => {
    const sets = unlocksOfMatch(pathway, aVacancy({ wage: wage(9_500), requires }), new Person(speaks, ON));
    expect(sets).toEqual([[{ fact: 'language', of: 'de', from: 'A2', to: 'B1' }]]);
  });

  it('is never another offer: the vacancy is the offer', () =>
    expect(unlocksOfMatch(pathway, aVacancy({ wage: wage(3_000) }), new Person(speaks, ON))).toEqual([]));

  it('is nothing for whoever is eligible', () =>
    expect(unlocksOfMatch(pathway, aVacancy({ wage: wage(9_500) }), new Person(speaks, ON))).toEqual([]));
});

it('opens the vacancy once it is done, and not with one change less', () => {
  const pathways = seedPathways.filter((one) => isInEffect(one, ON));
  const byId = new Map(pathways.map((pathway) => [pathway.id, pathway]));
  const vacancies = makeVacancies(pathways, { count: 40, seed: 3, on: ON });
  let tried = 0;
  for (const profile of makeSeekers(pathways, { count: 14, seed: 5, on: ON }))
    for (const vacancy of vacancies) {
      const pathway = byId.get(vacancy.pathway);
      if (!pathway) throw new Error(`${vacancy.id} has no pathway`);
      for (const changes of unlocksOfMatch(pathway, vacancy, new Person(profile, ON)).slice(0, 4)) {
        const verdictAfter = (made: typeof changes) => {
          const after = made.reduce((sofar, change) => applyChange(change, sofar, ON), profile);
          return assessMatch(pathway, vacancy, new Person(after, ON)).verdict;
        };
        expect(verdictAfter(changes)).toBe('eligible');
        for (const left of changes) expect(verdictAfter(changes.filter((one) => one !== left))).not.toBe('eligible');
        tried += 1;
      }
    }
  expect(tried).toBeGreaterThan(20);
});
