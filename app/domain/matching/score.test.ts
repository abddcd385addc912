import { describe, expect, it } from 'vitest';
import { aVacancy } from '../../../test/support/documents.ts';
import type { Vacancy } from '../documents/index.ts';
import { score } from './score.ts';
import { WEIGHTS } from './weights.ts';
import type { ScoredWorker } from './worker-terms.ts';

const ON = '2026-11-26';
const vacancy = aVacancy({
  occupation: '2221',
  skills: ['Wound care', 'Dialysis'],
  languages: [{ language: 'de', cefr: 'B1' }],
  startOn: '2027-03-01',
});
const perfect: ScoredWorker = {
  experience: [{ occupation: '2221', from: '2019-01' }],
  skills: ['dialysis', 'WOUND  CARE', 'songs'],
  languages: [{ language: 'de', cefr: 'B2' }],
  availableFrom: '2027-01-01',
};

const partOf = (part: string, worker: ScoredWorker, over: Partial<Vacancy> = {}) => {
  const found = score(worker, { ...vacancy, ...over }, ON).parts.find((one) => one.part === part);
  return [found?.points, found?.most, found?.basis];
};

describe('score', () => {
  it('has weights of 100 in all, each of which has a half', () => {
    expect(Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0)).toBe(100);
    expect(Object.values(WEIGHTS).filter((weight) => weight % 2 !== 0)).toEqual([]);
  });

  it('is 100 where all that is asked for is there, and 0 where nothing is', () => {
    expect(score(perfect, vacancy, ON).score).toBe(100);
    const nothing = { experience: [], skills: [], languages: [], availableFrom: '2029-01-01' };
    expect(score(nothing, vacancy, ON).score).toBe(0);
  });

  it('is 50 where all of it is untold', () => {
    expect(score({}, vacancy, ON).score).toBe(50);
  });

  it.each([
    ['2221', 30],
    ['2222', 22],
    ['2211', 15],
    ['2111', 7],
    ['9211', 0],
  ])('gives for work as %s %i points', (occupation, points) => {
    expect(partOf('occupation', { experience: [{ occupation, from: '2020-01' }] })).toEqual([points, 30, 'told']);
  });

  it('counts what one is qualified for as near, and work to come not yet', () => {
    const qualified = [{ occupation: '2221', trainingMonths: 36, recognisedIn: [] }];
    expect(partOf('occupation', { qualifications: qualified })).toEqual([30, 30, 'told']);
    expect(partOf('occupation', { experience: [{ occupation: '2221', from: '2026-12' }] })).toEqual([0, 30, 'told']);
    expect(partOf('occupation', { experience: [{ occupation: '2221', from: '2026-11' }] })).toEqual([30, 30, 'told']);
  });

  it('takes a vacancy for a whole group at its word', () => {
    expect(
      partOf('occupation', { experience: [{ occupation: '2221', from: '2020-01' }] }, { occupation: '22' }),
    ).toEqual([30, 30, 'told']);
  });

  it.each([
    ['2026-11', 0],
    ['2026-09', 1],
    ['2024-06', 10],
    ['2021-12', 20],
    ['2001-01', 20],
  ])('gives for work since %s %i points of experience', (from, points) => {
    expect(partOf('experience', { experience: [{ occupation: '2221', from }] })).toEqual([points, 20, 'told']);
  });

  it('compares skills as words, whatever their case and spaces', () => {
    expect(partOf('skills', { skills: ['  wound care'] })).toEqual([7, 14, 'told']);
    expect(partOf('skills', {})).toEqual([7, 14, 'untold']);
    expect(partOf('skills', {}, { skills: [] })).toEqual([0, 0, 'left-out']);
  });

  it.each([
    ['A2', 8],
    ['B1', 12],
    ['B2', 16],
    ['C2', 16],
  ] as const)('gives for German at %s %i points: one level above the one asked for is all', (cefr, points) => {
    expect(partOf('languages', { languages: [{ language: 'de', cefr }] })).toEqual([points, 16, 'told']);
  });

  it('weighs the wage against that of an offer at present, in one currency, and else leaves it out', () => {
    const withOffer = (amount: number, currency: string) => ({
      offer: { destination: 'KR', wage: { money: { amount, currency }, per: 'year' as const } },
    });
    expect(partOf('wage', withOffer(36_000, 'EUR'))).toEqual([10, 10, 'told']);
    expect(partOf('wage', withOffer(48_000, 'EUR'))).toEqual([7, 10, 'told']);
    expect(partOf('wage', withOffer(0, 'EUR'))).toEqual([10, 10, 'told']);
    expect(partOf('wage', withOffer(48_000, 'USD'))).toEqual([0, 0, 'left-out']);
    expect(partOf('wage', { offer: null })).toEqual([0, 0, 'left-out']);
  });

  it.each([
    ['2027-03-01', 10],
    ['2027-03-02', 9],
    ['2027-05-30', 5],
    ['2027-08-28', 0],
    ['2030-01-01', 0],
  ])('gives to whoever can come on %s %i points', (availableFrom, points) => {
    expect(partOf('dates', { availableFrom })).toEqual([points, 10, 'told']);
  });

  it('says what its parts rest on', () => {
    const worker: ScoredWorker = { ...perfect, skills: ['dialysis'], availableFrom: '2027-03-11' };
    const { parts } = score({ ...worker, languages: [{ language: 'de-AT', native: true }] }, vacancy, ON);
    expect(parts).toMatchObject([
      { part: 'occupation', asked: '2221', nearest: '2221', digits: 4 },
      { part: 'experience', occupation: '2221', months: 95 },
      { part: 'skills', asked: 2, missing: ['Wound care'] },
      { part: 'languages', asked: [{ language: 'de', cefr: 'B1', held: 'C2' }] },
      { part: 'wage', offered: { amount: 36_000, currency: 'EUR' }, present: null },
      { part: 'dates', startOn: '2027-03-01', availableFrom: '2027-03-11', daysLate: 10 },
    ]);
  });
});
