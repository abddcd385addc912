import { describe, expect, it } from 'vitest';
import type { Profile } from '../documents/index.ts';
import { declaration, findProfileQuestion, type ProfileQuestion } from './question.ts';
import { reply } from './reply.ts';
import { formOf } from './typed/forms.ts';
import { typedIn } from './typed/typed.ts';

const ON = '2026-11-24';

const questionOf = (id: string): ProfileQuestion => {
  const question = findProfileQuestion(id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return question;
};

type Fields = string[][] | Record<string, string>;
const asTyped = (fields: Fields) => typedIn(new URLSearchParams(fields));

/** What a reply makes of a profile, or the fields that cannot be taken and why. */
function profileAfter(id: string, fields: Fields, told: Omit<Profile, 'type'> = {}) {
  const read = reply(questionOf(id), asTyped(fields), { type: 'profile', ...told }, ON);
  if (!read.ok) return read.slips.map(({ field, why }) => `${field}: ${why}`);
  const { type: _, ...profile } = read.value.profile;
  return profile;
}

const bricklayer = { work: 'mason', sought: 'mason', occupation: '7112', 'from-month': '3', 'from-year': '2019' };

describe.each<[string, Fields, Omit<Profile, 'type'> | string[]]>([
  ['birth-date', { 'born-day': '29', 'born-month': '2', 'born-year': '1996' }, { birthDate: '1996-02-29' }],
  ['birth-date', { 'born-day': '٥', 'born-month': '٢', 'born-year': '١٩٩٦' }, { birthDate: '1996-02-05' }],
  ['birth-date', { 'born-day': '29', 'born-month': '2', 'born-year': '1995' }, ['born-day: noSuchDay']],
  ['birth-date', { 'born-day': '24', 'born-month': '11', 'born-year': '2026' }, { birthDate: '2026-11-24' }],
  ['birth-date', { 'born-day': '25', 'born-month': '11', 'born-year': '2026' }, ['born-day: dayToCome']],
  ['birth-date', { 'born-day': '1', 'born-month': 'May', 'born-year': '1990' }, ['born-day: day']],
  ['birth-date', { 'born-day': '1', 'born-month': '5', 'born-year': '90' }, ['born-day: noSuchDay']],
  [
    'nationality',
    [
      ['nationality', 'NP'],
      ['nationality', ''],
      ['nationality', 'NP'],
    ],
    { nationalities: ['NP'] },
  ],
  ['nationality', { nationality: '' }, ['nationality: country']],
  ['nationality', { do: 'none' }, { nationalities: [] }],
  ['residence', { country: 'QA' }, { residence: 'QA' }],
  ['residence', { country: 'ZZ' }, ['country: country']],
  ['sex', { answer: 'other' }, { sex: 'other' }],
  ['education', { answer: '3' }, { education: { isced: 3 } }],
  ['education', {}, ['answer: choose']],
  ['experience', { ...bricklayer, still: 'yes' }, { experience: [{ occupation: '7112', from: '2019-03' }] }],
  [
    'experience',
    { ...bricklayer, 'to-month': '12', 'to-year': '2019' },
    { experience: [{ occupation: '7112', from: '2019-03', to: '2019-12' }] },
  ],
  [
    'experience',
    { ...bricklayer, still: 'yes', country: 'QA' },
    { experience: [{ occupation: '7112', from: '2019-03', country: 'QA' }] },
  ],
  ['experience', { ...bricklayer, still: 'yes', country: 'ZZ' }, ['country: country']],
  ['skills', { skill: ' TIG welding ' }, { skills: ['TIG welding'] }],
  ['skills', { skill: ' ' }, ['skill: nothing']],
  ['skills', { do: 'none' }, { skills: [] }],
  [
    'available-from',
    { 'available-day': '15', 'available-month': '1', 'available-year': '2027' },
    { availableFrom: '2027-01-15' },
  ],
  [
    'available-from',
    { 'available-day': '31', 'available-month': '2', 'available-year': '2027' },
    ['available-day: noSuchDay'],
  ],
  ['experience', { ...bricklayer, 'to-month': '2', 'to-year': '2019' }, ['to-month: endsBefore']],
  ['experience', bricklayer, ['to-month: end']],
  ['experience', { ...bricklayer, still: 'yes', 'to-month': '12', 'to-year': '2019' }, ['to-month: end']],
  ['experience', { ...bricklayer, work: 'nurse', still: 'yes' }, ['work: work']],
  ['experience', { work: '7112', 'from-month': '13', 'from-year': '2019', still: 'yes' }, ['from-month: month']],
  ['experience', { do: 'none' }, { experience: [] }],
  [
    'qualifications',
    { work: '2221', training: '48', recognised: 'DE' },
    { qualifications: [{ occupation: '2221', trainingMonths: 48, recognisedIn: ['DE'] }] },
  ],
  ['qualifications', { work: '2221', training: '' }, ['training: count']],
  ['qualifications', { work: '2221', training: '12001' }, ['training: count']],
  [
    'languages',
    [
      ['language', 'de'],
      ['level', ''],
      ['language', 'en'],
      ['level', 'B2'],
      ['language', 'tl'],
      ['level', 'native'],
    ],
    {
      languages: [
        { language: 'en', cefr: 'B2' },
        { language: 'tl', native: true },
      ],
    },
  ],
  [
    'languages',
    [
      ['language', 'de'],
      ['level', ''],
    ],
    { languages: [] },
  ],
  [
    'languages',
    [
      ['language', ''],
      ['level', 'B2'],
    ],
    ['language-0: language'],
  ],
  [
    'tests',
    { test: 'ielts-overall', 'score-0': '6.5', 'taken-0-day': '1', 'taken-0-month': '3', 'taken-0-year': '2026' },
    { tests: [{ test: 'ielts-overall', score: 6.5, takenOn: '2026-03-01' }] },
  ],
  ['tests', { test: 'ielts-overall', 'score-0': '6.5' }, ['taken-0-day: day']],
  ['tests', { test: 'ielts-overall', 'score-0': '' }, ['score-0: nothing']],
  ['offer', { destination: 'DE' }, { offer: { destination: 'DE' } }],
  [
    'offer',
    { destination: 'DE', wage: '2 500', currency: 'EUR', per: 'month', hours: '38,5', months: '24', work: '7112' },
    {
      offer: {
        destination: 'DE',
        occupation: '7112',
        wage: { money: { amount: 2500, currency: 'EUR' }, per: 'month' },
        hoursPerWeek: 38.5,
        months: 24,
      },
    },
  ],
  ['offer', { destination: 'DE', wage: '2500', hours: '0' }, ['currency: currency', 'per: per', 'hours: hours']],
  ['offer', { do: 'none' }, { offer: null }],
  ['savings', { amount: '1200.50', currency: 'USD' }, { savings: { amount: 1200.5, currency: 'USD' } }],
  ['savings', { amount: '1,200', currency: '' }, ['amount: amount', 'currency: currency']],
  ['dependants', { count: '0' }, { dependants: 0 }],
  [
    'licences',
    [
      ['licence', 'B'],
      ['other', 'C, CE'],
    ],
    { licences: ['B', 'C', 'CE'] },
  ],
  ['licences', {}, ['licence: nothing']],
  [
    'stays',
    { country: 'NZ', 'from-day': '1', 'from-month': '9', 'from-year': '2025', still: 'yes', under: 'nz-rse' },
    { stays: [{ country: 'NZ', from: '2025-09-01', pathway: 'nz-rse' }] },
  ],
  [
    'stays',
    {
      country: 'NZ',
      'from-day': '1',
      'from-month': '9',
      'from-year': '2025',
      'to-day': '1',
      'to-month': '3',
      'to-year': '2026',
    },
    ['on-time: leftOnTime'],
  ],
  ['health', { answer: 'yes' }, { health: true }],
  ['criminal-record', { answer: 'no' }, { criminalRecord: false }],
  ['displacement', { answer: 'refugee' }, { displacement: 'refugee' }],
  ['declared-roster', { answer: 'no' }, { declared: { roster: false } }],
  ['declared-constructor', { answer: 'yes' }, { declared: { constructor: true } }],
])('%s', (id, fields, expected) => {
  it(`${JSON.stringify(fields)} becomes ${JSON.stringify(expected)}`, () =>
    expect(profileAfter(id, fields)).toEqual(expected));
});

describe('a list', () => {
  const job = { occupation: '2221', from: '2020-01' };

  it('grows by an entry, and its page is shown again for another', () => {
    const typed = asTyped({ ...bricklayer, still: 'yes', do: 'add' });
    const read = reply(questionOf('experience'), typed, { type: 'profile', experience: [job] }, ON);
    expect(read).toEqual({
      ok: true,
      value: { profile: { type: 'profile', experience: [job, { occupation: '7112', from: '2019-03' }] }, more: true },
    });
  });

  it('is done with when nothing more was begun', () =>
    expect(profileAfter('experience', { do: 'answer' }, { experience: [job] })).toEqual({ experience: [job] }));

  it('is not done with when another entry was begun', () =>
    expect(profileAfter('experience', { do: 'answer', 'from-year': '2019' }, { experience: [job] })).toEqual([
      'work: work',
      'from-month: month',
      'to-month: end',
    ]));

  it('is not answered by an empty page', () =>
    expect(profileAfter('experience', { do: 'answer' })).toEqual(['work: work', 'from-month: month', 'to-month: end']));

  it('loses the entry that is taken away', () =>
    expect(profileAfter('experience', { do: 'remove-0' }, { experience: [job, bricklayerJob] })).toEqual({
      experience: [bricklayerJob],
    }));

  it('is not stated any more without its last entry: nobody said that there was none', () =>
    expect(profileAfter('experience', { do: 'remove-0' }, { experience: [job] })).toEqual({}));
});

const bricklayerJob = { occupation: '7112', from: '2019-03' };

it('«not sure» takes the answer away', () => {
  expect(profileAfter('birth-date', { do: 'skip' }, { birthDate: '1996-05-02', sex: 'male' })).toEqual({ sex: 'male' });
  expect(profileAfter('declared-roster', { do: 'skip' }, { declared: { roster: true, insurance: true } })).toEqual({
    declared: { insurance: true },
  });
  expect(profileAfter('declared-roster', { do: 'skip' }, { declared: { roster: true } })).toEqual({});
});

const whole: Profile = {
  type: 'profile',
  birthDate: '1996-05-02',
  sex: 'female',
  nationalities: ['PH', 'US'],
  residence: 'SA',
  education: { isced: 6 },
  languages: [
    { language: 'en', cefr: 'B2' },
    { language: 'tl', native: true },
  ],
  tests: [{ test: 'ielts-overall', score: 6.5, takenOn: '2026-03-01' }],
  offer: {
    destination: 'DE',
    occupation: '2221',
    wage: { money: { amount: 3200.5, currency: 'EUR' }, per: 'month' },
    months: 24,
  },
  savings: { amount: 1200, currency: 'USD' },
  dependants: 0,
  licences: ['B'],
  health: true,
  criminalRecord: false,
  displacement: 'none',
  declared: { roster: true, insurance: false },
};

it.each([
  ...['birth-date', 'sex', 'nationality', 'residence', 'education', 'languages', 'tests', 'offer', 'savings'],
  ...[
    'dependants',
    'licences',
    'health',
    'criminal-record',
    'displacement',
    declaration('roster').id,
    declaration('insurance').id,
  ],
])('the fields of an answer give it back: %s', (id) => {
  const fields = formOf(questionOf(id))
    .fields(whole)
    .map(([name, text]) => [name, text]);
  expect(fields.length).toBeGreaterThan(0);
  expect(profileAfter(id, fields, whole)).toEqual({ ...whole, type: undefined });
});
