import { describe, expect, it } from 'vitest';
import { aVacancy } from '../../test/support/documents.ts';
import { type ScorePart, score } from '../domain/matching/score.ts';
import type { ScoredWorker } from '../domain/matching/worker-terms.ts';
import { speechOf } from './context.tsx';
import { partText, partWords } from './score-part.ts';

const names = {
  occupation: (code: string) => ({ '2221': 'Nurses', '2211': 'Doctors', '9111': 'Cleaners' })[code] ?? code,
};
const vacancy = aVacancy({
  skills: ['Dialysis', 'Wound care'],
  languages: [{ language: 'de', cefr: 'B1' }],
  startOn: '2027-03-01',
});
const partsOf = (worker: ScoredWorker, over = {}) => score(worker, { ...vacancy, ...over }, '2026-11-26').parts;
const wordsOf = (parts: readonly ScorePart[]) => parts.map((part) => partWords(part, speechOf('en'), names));

describe('partWords', () => {
  it('says what was weighed', () => {
    const worker: ScoredWorker = {
      experience: [{ occupation: '2211', from: '2026-01' }],
      skills: ['dialysis'],
      languages: [{ language: 'de', cefr: 'A2' }],
      offer: { destination: 'KR', wage: { money: { amount: 40_000, currency: 'EUR' }, per: 'year' } },
      availableFrom: '2027-03-02',
    };
    expect(wordsOf(partsOf(worker))).toEqual([
      'The nearest work or qualification: Doctors. Asked for: Nurses.',
      '0 months of work in the occupation Nurses; 60 months are enough for all points.',
      'Not there: Wound care.',
      'German: B1 asked for, A2 held. A level above the one asked for gives all points.',
      '€36,000 a year, less than the present offer (€40,000).',
      'Available from 2 March 2027, 1 day after work begins on 1 March 2027.',
    ]);
  });

  it('says where all is there', () => {
    const worker: ScoredWorker = {
      experience: [{ occupation: '2221', from: '2020-01' }],
      skills: ['dialysis', 'wound care'],
      availableFrom: '2027-01-01',
    };
    const [occupation, , skills, , , dates] = wordsOf(partsOf(worker));
    expect([occupation, skills, dates]).toEqual([
      'Work or a qualification in the occupation asked for: Nurses.',
      'All skills asked for are there.',
      'Available from 1 January 2027; work begins on 1 March 2027.',
    ]);
    expect(wordsOf(partsOf({ experience: [{ occupation: '9111', from: '2020-01' }] }))[0]).toBe(
      'No work or qualification in an occupation near to Nurses.',
    );
  });

  it('says what counts half and what is left out', () => {
    expect(new Set(wordsOf(partsOf({})).slice(0, 4))).toEqual(new Set(['Not told, so it counts half.']));
    expect(wordsOf(partsOf({}, { skills: [], languages: [], startOn: undefined })).slice(2)).toEqual([
      'The vacancy asks for no skills.',
      'The vacancy asks for no languages.',
      'There is no present offer to compare the wage with, or none in its currency.',
      'The vacancy does not say when work begins.',
    ]);
  });

  it('is said in every language of the interface', () => {
    for (const part of partsOf({})) {
      const said = Object.values(partText(part, names));
      expect(new Set(said).size).toBe(4);
      expect(said.join(' ')).not.toMatch(/score\./);
    }
  });
});
