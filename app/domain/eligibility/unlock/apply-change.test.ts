import { describe, expect, it } from 'vitest';
import { type Profile, parseDocumentOf } from '../../documents/index.ts';
import { applyChange } from './apply-change.ts';
import type { Change } from './change.ts';

const ON = '2026-11-25';
const nurse = { occupation: '2221', trainingMonths: 36, recognisedIn: ['FR'] };
const wage = { money: { amount: 30_000, currency: 'EUR' }, per: 'year' as const };

const cases: [string, Partial<Profile>, Change, Partial<Profile>][] = [
  [
    'a language joins the others',
    { languages: [{ language: 'tl', native: true }] },
    { fact: 'language', of: 'de', from: 'below A1', to: 'B1' },
    {
      languages: [
        { language: 'tl', native: true },
        { language: 'de', cefr: 'B1' },
      ],
    },
  ],
  [
    'a test is taken on the day',
    {},
    { fact: 'test', of: 'topik', from: null, to: 80 },
    { tests: [{ test: 'topik', score: 80, takenOn: ON }] },
  ],
  [
    'education is raised',
    { education: { isced: 3 } },
    { fact: 'education', from: 3, to: 6 },
    { education: { isced: 6 } },
  ],
  [
    'a training is a qualification of its own',
    { qualifications: [nurse] },
    { fact: 'training', of: ['2221', '53'], from: 36, to: 48 },
    { qualifications: [nurse, { occupation: '2221', trainingMonths: 48, recognisedIn: [] }] },
  ],
  [
    'what is held is recognised',
    { qualifications: [nurse] },
    { fact: 'qualification', of: ['53', '22'], destination: 'DE', from: 'held', to: 'recognised' },
    { qualifications: [{ ...nurse, recognisedIn: ['FR', 'DE'] }] },
  ],
  [
    'what is not held is new',
    { qualifications: [nurse] },
    { fact: 'qualification', of: ['53'], destination: 'DE', from: 'none', to: 'recognised' },
    { qualifications: [nurse, { occupation: '53', trainingMonths: 0, recognisedIn: ['DE'] }] },
  ],
  [
    'work lasts until the month of the day',
    {},
    { fact: 'experience', of: ['22'], from: null, to: 12 },
    { experience: [{ occupation: '22', from: '2025-12', to: '2026-11' }] },
  ],
  [
    'months worked already are not worked again',
    { experience: [{ occupation: '2221', from: '2026-01', to: '2026-06' }] },
    { fact: 'experience', of: ['22'], from: 6, to: 12 },
    {
      experience: [
        { occupation: '2221', from: '2026-01', to: '2026-06' },
        { occupation: '22', from: '2025-12', to: '2026-11' },
      ],
    },
  ],
  [
    'months that a window leaves out are worked anew',
    { experience: [{ occupation: '2221', from: '2010-01', to: '2020-06' }] },
    { fact: 'experience', withinMonths: 24, from: 0, to: 2 },
    {
      experience: [
        { occupation: '2221', from: '2010-01', to: '2020-06' },
        { occupation: '0', from: '2026-10', to: '2026-11' },
      ],
    },
  ],
  [
    'nobody works before 14',
    { birthDate: '2012-05-31' },
    { fact: 'experience', from: null, to: 24 },
    { experience: [{ occupation: '0', from: '2026-05', to: '2026-11' }] },
  ],
  [
    'savings take the place of others',
    { savings: { amount: 100, currency: 'PHP' } },
    { fact: 'savings', from: null, to: { amount: 13_092, currency: 'EUR' } },
    { savings: { amount: 13_092, currency: 'EUR' } },
  ],
  [
    'an offer here keeps what is not asked for otherwise',
    { offer: { destination: 'DE', occupation: '2221', wage, months: 12 } },
    { fact: 'offer', from: false, to: { destination: 'DE', months: 24 } },
    { offer: { destination: 'DE', occupation: '2221', wage, months: 24 } },
  ],
  [
    'an offer elsewhere is given up',
    { offer: { destination: 'FR', occupation: '2221', wage } },
    { fact: 'offer', from: false, to: { destination: 'DE', occupations: ['53', '22'] } },
    { offer: { destination: 'DE', occupation: '53' } },
  ],
];

describe('applyChange', () => {
  it.each(cases)('%s', (_, stated, change, expected) => {
    const before: Profile = { type: 'profile', ...stated };
    const after = applyChange(change, before, ON);
    expect(after).toEqual({ ...before, ...expected });
    expect(parseDocumentOf('profile', after)).toMatchObject({ ok: true });
  });

  it('follows the choice of an occupation', () => {
    const change: Change = { fact: 'training', of: ['2221', '53'], from: null, to: 6 };
    expect(applyChange(change, { type: 'profile' }, ON, '53').qualifications?.[0]?.occupation).toBe('53');
  });

  it('keeps to the calendar', () => {
    const change: Change = { fact: 'experience', from: null, to: 600 };
    const after = applyChange(change, { type: 'profile' }, '0003-02-01');
    expect(after.experience).toEqual([{ occupation: '0', from: '0001-01', to: '0003-02' }]);
  });
});
