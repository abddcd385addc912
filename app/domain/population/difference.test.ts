import { describe, expect, it } from 'vitest';
import { completeDocuments } from '../documents/complete-documents.ts';
import { type Pathway, parseDocumentOf } from '../documents/index.ts';
import { compilePathway } from '../eligibility/evaluate.ts';
import { differenceBetween } from './difference.ts';
import { makePeople } from './people.ts';

const on = '2026-11-25';

function pathwayWith(eligibility: unknown): Pathway {
  const parsed = parseDocumentOf('pathway', {
    ...completeDocuments.pathway,
    origins: 'any',
    exceptOrigins: [],
    eligibility,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

const upTo = (age: number) => compilePathway(pathwayWith({ id: 'age', fact: 'age', lte: age }));
const born = (birthDate: string, sex: 'female' | 'male') => ({
  ...{ type: 'profile' as const, birthDate, sex, nationalities: ['PH'] },
});

describe('differenceBetween', () => {
  const people = [born('1990-01-01', 'female'), born('1984-01-01', 'female'), born('1980-01-01', 'male')];

  it('counts who gains, by each trait', () => {
    const { all, by } = differenceBetween(upTo(39), upTo(45), { people, on });
    expect(all).toEqual({ people: 3, before: 1, after: 2, gain: 1, lose: 0 });
    expect(by.sex).toEqual([
      ['female', { people: 2, before: 1, after: 2, gain: 1, lose: 0 }],
      ['male', { people: 1, before: 0, after: 0, gain: 0, lose: 0 }],
    ]);
    expect(by.age.map(([band, { gain }]) => [band, gain])).toEqual([
      ['35–44', 1],
      ['45–54', 0],
    ]);
    expect(by.origin.map(([country]) => country)).toEqual(['PH']);
  });

  it('counts who loses', () => {
    expect(differenceBetween(upTo(45), upTo(39), { people, on }).all).toMatchObject({ gain: 0, lose: 1 });
  });

  it('counts all as gaining where nothing is in force', () => {
    expect(differenceBetween(undefined, upTo(45), { people, on }).all).toMatchObject({ before: 0, after: 2, gain: 2 });
  });
});

describe('makePeople', () => {
  const pathway = pathwayWith(completeDocuments.pathway.eligibility);
  const people = makePeople([pathway], { count: 300, seed: 7, on });

  it('makes the same people up again from the same seed, and others from another', () => {
    expect(makePeople([pathway], { count: 300, seed: 7, on })).toEqual(people);
    expect(makePeople([pathway], { count: 300, seed: 8, on })).not.toEqual(people);
  });

  it('makes sound profiles that leave nothing open', () => {
    const compiled = compilePathway(pathway);
    for (const profile of people) expect(parseDocumentOf('profile', profile)).toMatchObject({ ok: true });
    const { all } = differenceBetween(undefined, compiled, { people, on });
    expect(all.people).toBe(300);
    expect(all.after).toBeGreaterThan(0);
    expect(all.after).toBeLessThan(300);
  });
});
