import { describe, expect, it } from 'vitest';
import type { Profile } from '../app/domain/documents/index.ts';
import { type Facts, factsOf, storable } from './facts-of.ts';

const rows: [string, Omit<Profile, 'type'>, Partial<Facts>][] = [
  ['an age is not stored, it passes', { birthDate: '1996-02-29' }, { birth_date: '1996-02-29' }],
  [
    'work still done has no end, and all of it counts as work',
    {
      experience: [
        { occupation: '22', from: '2020-01', to: '2020-12' },
        { occupation: '5', from: '2026-01' },
      ],
    },
    {
      work_groups: ['any', '2', '22', '5'],
      work_months: ['{[24240,24251],[24312,)}', '{[24240,24251]}', '{[24240,24251]}', '{[24312,)}'],
    },
  ],
  ['no work is stated', { experience: [] }, { work_groups: [], work_months: [] }],
  ['nothing of work is stated', {}, { work_groups: null, work_months: null }],
  [
    'stays are joined by country, both days included',
    {
      stays: [
        { country: 'NZ', from: '2025-09-01', to: '2026-03-01', leftOnTime: true },
        { country: 'NZ', from: '2026-10-01' },
      ],
    },
    { stay_countries: ['NZ'], stay_days: ['{[2025-09-01,2026-03-01],[2026-10-01,)}'] },
  ],
  [
    'the longest training counts',
    {
      qualifications: [
        { occupation: '22', trainingMonths: 12, recognisedIn: [] },
        { occupation: '21', trainingMonths: 36, recognisedIn: [] },
      ],
    },
    { training_months: JSON.stringify({ any: 36, 2: 36, 21: 36, 22: 12 }) },
  ],
  [
    'a wage stands for every pay period, rounded half up',
    {
      offer: {
        destination: 'DE',
        occupation: '22',
        wage: { money: { amount: 12.41, currency: 'EUR' }, per: 'hour' },
        hoursPerWeek: 38.5,
      },
    },
    {
      offered: true,
      offer_groups: ['any', '2', '22'],
      offer_wage_hour: 12.41,
      offer_wage_month: 2070.4,
      offer_wage_year: 24844.82,
      offer_months: null,
    },
  ],
  [
    'without hours a wage by the month has none by the hour',
    { offer: { destination: 'DE', wage: { money: { amount: 2500, currency: 'EUR' }, per: 'month' } } },
    { offer_wage_hour: null, offer_wage_month: 2500, offer_wage_year: 30000 },
  ],
  ['there is no offer', { offer: null }, { offered: false, offer_destination: null }],
  ['nothing of offers is stated', {}, { offered: null, offer_destination: null }],
];

describe('the row of a profile', () => {
  it.each(rows)('%s', (_, profile, row) => {
    expect(factsOf({ type: 'profile', ...profile })).toMatchObject(row);
  });
});

it('keeps apart words that PostgreSQL has no text for', () => {
  const words = ['B', '\u0000', '\\u0000', '\ud800', '\udfff', '\ufffd'];
  expect(new Set(words.map(storable)).size).toBe(words.length);
  for (const word of words.map(storable)) {
    expect(Buffer.from(word).toString()).toBe(word);
    expect(word).not.toContain('\u0000');
  }
  expect(storable('B')).toBe('B');
});
