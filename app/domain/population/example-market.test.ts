import { describe, expect, it } from 'vitest';
import { completeDocuments } from '../documents/complete-documents.ts';
import { type Pathway, parseDocumentOf } from '../documents/index.ts';
import { flawsNow } from '../vacancy/flaws-now.ts';
import { exampleSeekers, exampleVacancies, type JobNames } from './example-market.ts';

const on = '2026-11-26';

function pathwayWith(over: Partial<Pathway>): Pathway {
  const parsed = parseDocumentOf('pathway', { ...completeDocuments.pathway, ...over });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

const euros = (amount: number) => ({ amount, currency: 'EUR' });
const care = pathwayWith({
  ...{ id: 'care', occupations: ['532', '2221'], sectors: ['Q'], effective: { from: '2026-01-01', to: '2027-01-10' } },
  stay: { initialMonths: 8, maxMonths: 8, renewable: false },
  wageFloors: [
    { money: euros(13.9), per: 'hour', from: '2026-01-01' },
    { money: euros(3_000), per: 'month', from: '2026-01-01' },
    { money: euros(19.9), per: 'hour', from: '2027-01-01' },
  ],
});
const open = pathwayWith({ id: 'open', occupations: 'any', sectors: 'any', wageFloors: [] });
const pathways = [care, open];

const names: JobNames = (occupation) => ({ title: { en: `Work ${occupation}` }, everyday: ['carer'] });
const vacancies = (seed: number, count = 400) => [...exampleVacancies(pathways, names, { count, seed, on })];
const seekers = (seed: number, count = 100) => [...exampleSeekers(pathways, { count, seed, on })];

describe('example vacancies', () => {
  const made = vacancies(1);

  it('are sound, fit their pathways, begin from today on and can be applied for', () => {
    expect(made.length).toBe(400);
    for (const { vacancy } of made) {
      expect(parseDocumentOf('vacancy', vacancy)).toMatchObject({ ok: true });
      const pathway = pathways.filter(({ id }) => id === vacancy.pathway);
      expect(flawsNow(vacancy, pathway, on)).toEqual([]);
      expect((vacancy.startOn ?? on) >= on && (vacancy.applyBy ?? on) >= on).toBe(true);
    }
    expect(new Set(made.map(({ vacancy }) => vacancy.pathway))).toEqual(new Set(['care', 'open']));
  });

  it('have ids of their own, and employers that say what they are', () => {
    expect(new Set(made.map(({ vacancy }) => vacancy.id)).size).toBe(400);
    for (const { vacancy, employer } of made) {
      expect(vacancy.id).toMatch(/^example-1-\d+$/);
      expect(vacancy.employer).toBe(employer.id);
      expect(employer.name).toMatch(/^Example /);
    }
  });

  it('are the same for the same seed, however many, and others for another', () => {
    expect(vacancies(1, 50)).toEqual(made.slice(0, 50));
    const bodies = (seed: number) => vacancies(seed, 50).map(({ vacancy: { id: _, ...body } }) => body);
    expect(bodies(2)).not.toEqual(bodies(1));
  });

  it('fit the edition that is in effect when they begin', () => {
    const next = { ...care, effective: { from: '2026-12-01', to: null }, occupations: ['5321'] };
    const editions = new Map([['care', [care, next]]]);
    const later = [...exampleVacancies([care], names, { count: 100, seed: 3, on, editions })];
    expect(later.length).toBe(100);
    for (const { vacancy } of later) expect(flawsNow(vacancy, [care, next], on)).toEqual([]);
  });
});

describe('example people', () => {
  it('are sound, have addresses that nobody has, and are the same for the same seed', () => {
    const made = seekers(1);
    for (const { profile, email } of made) {
      expect(parseDocumentOf('profile', profile)).toMatchObject({ ok: true });
      expect(email).toMatch(/^example-1-\d+@example\.org$/);
    }
    expect(new Set(made.map(({ email }) => email)).size).toBe(100);
    expect(new Set(made.map(({ locale }) => locale))).toEqual(new Set(['en', 'es', 'fr', 'ar']));
    expect(seekers(1, 30)).toEqual(made.slice(0, 30));
    expect(seekers(2)).not.toEqual(made);
  });
});
