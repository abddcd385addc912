import { describe, expect, it } from 'vitest';
import { aPathway, aVacancy } from '../../../test/support/documents.ts';
import type { Profile, Vacancy } from '../documents/index.ts';
import { Person } from '../rule/person.ts';
import { assessMatch } from './match.ts';

const ON = '2026-11-26';
const nurse: Profile = { type: 'profile', nationalities: ['PH'], offer: null };
const pathway = aPathway({
  eligibility: {
    all: [
      { id: 'offer', fact: 'offer', eq: true },
      { id: 'wage', fact: 'offerWage', currency: 'EUR', per: 'month', gte: 2_500 },
    ],
  },
});
const verdictOf = (over: Partial<Vacancy>, profile = nurse) =>
  assessMatch(pathway, aVacancy(over), new Person(profile, ON)).verdict;

describe('assessMatch', () => {
  it('takes the vacancy as the offer, whatever other offer there is', () => {
    expect(verdictOf({})).toBe('eligible');
    expect(verdictOf({}, { ...nurse, offer: { destination: 'KR' } })).toBe('eligible');
    expect(verdictOf({ wage: { money: { amount: 2_499, currency: 'EUR' }, per: 'month' } })).toBe('ineligible');
  });

  it('takes nothing from the offer that the vacancy does not state', () => {
    const hourly = { wage: { money: { amount: 20, currency: 'EUR' }, per: 'hour' } } as const;
    const other = { destination: 'DE', hoursPerWeek: 40 };
    expect(verdictOf(hourly, { ...nurse, offer: other })).toBe('possible');
    expect(verdictOf({ ...hourly, hoursPerWeek: 40 }, nurse)).toBe('eligible');
  });

  it('is the worse of what the pathway and the vacancy come to', () => {
    const requires = { id: 'german', fact: 'language', of: 'de', gte: 'B1' } as const;
    expect(verdictOf({ requires })).toBe('possible');
    expect(verdictOf({ requires }, { ...nurse, languages: [] })).toBe('ineligible');
    expect(verdictOf({ requires }, { ...nurse, nationalities: ['KR'] })).toBe('ineligible');
  });

  it('reads «here» as where the vacancy is', () => {
    const requires = { id: 'recognised', fact: 'qualification', gte: 'recognised' } as const;
    const held = { occupation: '2221', trainingMonths: 36, recognisedIn: ['AT'] };
    expect(verdictOf({ requires }, { ...nurse, qualifications: [held] })).toBe('ineligible');
    const { answers } = assessMatch(
      aPathway(),
      aVacancy({ destination: 'AT', requires }),
      new Person({ ...nurse, qualifications: [held] }, ON),
    );
    expect(answers.map(({ criterion, finding }) => [criterion.id, finding])).toEqual([
      ['origin', 'met'],
      ['recognised', 'met'],
    ]);
  });

  it('has no verdict where the pathway is not in effect', () => {
    const over = aPathway({ effective: { from: '2020-01-01', to: '2020-12-31' } });
    expect(assessMatch(over, aVacancy(), new Person(nurse, ON)).verdict).toBeNull();
  });
});
