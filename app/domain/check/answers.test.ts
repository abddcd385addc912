import { describe, expect, it } from 'vitest';
import type { Profile } from '../documents/index.ts';
import { type Answers, noAnswers, parseAnswers, separated, together, toQuery } from './answers.ts';
import { privateDeclarations } from './private.ts';

const isPrivate = privateDeclarations([]);
const read = (query: string) => parseAnswers(new URLSearchParams(query), { on: '2026-11-24', isPrivate });
const written = (profile: Omit<Profile, 'type'>, others: Partial<Answers> = {}) =>
  toQuery({ ...noAnswers, profile: { type: 'profile', ...profile }, ...others }, isPrivate).toString();

const nurse: Profile = {
  type: 'profile',
  birthDate: '1996-05-02',
  sex: 'female',
  nationalities: ['PH'],
  residence: 'SA',
  education: { isced: 6 },
  languages: [
    { language: 'en', cefr: 'B2' },
    { language: 'tl', native: true },
  ],
  tests: [{ test: 'ielts-overall', score: 6.5, takenOn: '2026-03-01' }],
  experience: [
    { occupation: '2221', from: '2018-01', to: '2020-12', country: 'PH' },
    { occupation: '2221', from: '2021-01' },
  ],
  qualifications: [{ occupation: '2221', trainingMonths: 48, recognisedIn: ['DE', 'AT'] }],
  offer: {
    destination: 'DE',
    occupation: '2221',
    wage: { money: { amount: 3200.5, currency: 'EUR' }, per: 'month' },
    hoursPerWeek: 38.5,
    months: 24,
  },
  savings: { amount: 1200, currency: 'USD' },
  stays: [{ country: 'NZ', from: '2025-01-02', to: '2025-06-01', pathway: 'nz-rse', leftOnTime: true }],
  dependants: 0,
  licences: ['B'],
  declared: { roster: true, 'return-ticket': false },
};

describe('an address of the check', () => {
  it('holds every answer that is not private, short and in one order', () => {
    const query = toQuery(
      { profile: nurse, asked: ['nationality', 'health'], pathways: ['de-triple-win-nurses'], keptIn: '0123456789ab' },
      isPrivate,
    );
    expect(decodeURIComponent(query.toString())).toBe(
      [
        'pathway=de-triple-win-nurses&citizen=PH&born=1996-05-02&lives=SA&sex=female&school=6',
        'job=2221_2018-01_2020-12_PH&job=2221_2021-01&trained=2221_48__DE_AT&speaks=en_B2&speaks=tl_native',
        'test=ielts-overall_6.5_2026-03-01&offer=DE_2221_3200.5_EUR_month_38.5_24&savings=1200_USD&dependants=0',
        'licence=B&stay=NZ_2025-01-02_2025-06-01_nz-rse_yes&yes=roster&no=return-ticket&asked=nationality.health&private=0123456789ab',
      ].join('&'),
    );
    expect(read(query.toString()).answers.profile).toEqual(nurse);
  });

  it('tells that there is none from that nothing is stated', () => {
    expect(written({ offer: null, experience: [], nationalities: [] })).toBe('citizen=&job=&offer=');
    expect(read('citizen=&job=&offer=')).toEqual({
      answers: { ...noAnswers, profile: { type: 'profile', nationalities: [], experience: [], offer: null } },
      bad: [],
    });
    expect(written({})).toBe('');
  });

  it('never holds what is private', () => {
    const declared = { 'prison-sentence': true };
    expect(written({ health: false, criminalRecord: false, displacement: 'refugee', declared })).toBe('');
  });

  it('does not take what is private from anywhere else either', () =>
    expect(read('yes=prison-sentence&health=no&criminalRecord=no&displacement=refugee')).toEqual({
      answers: noAnswers,
      bad: [{ key: 'yes', value: 'prison-sentence' }],
    }));
});

describe('a part that means nothing', () => {
  it.each([
    ['a country that does not exist', 'citizen=ZZ'],
    ['a date that does not exist', 'born=1995-02-30'],
    ['a birth date after today', 'born=2026-11-25'],
    ['a level that there is not', 'speaks=de_B9'],
    ['a language without a level', 'speaks=de'],
    ['a job that ends before it begins', 'job=2221_2020-01_2019-12'],
    ['a job with a field too many', 'job=2221_2019-01_2020-12_PH_x'],
    ['a number written otherwise', 'savings=01200_USD'],
    ['a negative amount', 'savings=-1_USD'],
    ['hours that are none', 'offer=DE_____0'],
    ['an ended stay that does not say how it ended', 'stay=NZ_2025-01-02_2025-06-01'],
    ['one answer twice', 'sex=male&sex=female'],
    ['a declaration that contradicts itself', 'yes=roster&no=roster'],
    ['a declaration that is no id', 'yes=A%20B'],
    ['a question that there is not', 'asked=nothing'],
    ['a pathway that cannot be', 'pathway=A'],
    ['a session that nobody has', 'private=yes'],
    ['a key of an object’s own', 'yes=__proto__'],
  ])('is left out and told: %s', (_, query) => {
    const { answers, bad } = read(query);
    expect(answers).toEqual(noAnswers);
    expect(bad.length).toBeGreaterThan(0);
  });

  it('takes its whole list with it: the rest would state that there is nothing else', () => {
    const { answers, bad } = read('speaks=en_B2&speaks=de_B9&lives=NP');
    expect(answers.profile).toEqual({ type: 'profile', residence: 'NP' });
    expect(bad).toEqual([
      { key: 'speaks', value: 'en_B2' },
      { key: 'speaks', value: 'de_B9' },
    ]);
  });

  it('is an address that is longer than anybody’s answers', () =>
    expect(read(`lives=NP&${'job=2221_2018-01&'.repeat(600)}`)).toEqual({
      answers: noAnswers,
      bad: [{ key: '?', value: '10208 > 8000' }],
    }));

  it('is not a key of somebody else’s', () => expect(read('utm_source=x&destination=DE').bad).toEqual([]));
});

it('takes a profile apart into what may be seen and what may not, and together again', () => {
  const whole: Profile = { ...nurse, health: true, declared: { roster: true, 'asylum-seeker-certificate': false } };
  const { open, kept } = separated(whole, isPrivate);
  expect(kept).toEqual({ health: true, declared: { 'asylum-seeker-certificate': false } });
  expect(open).toEqual({ ...nurse, declared: { roster: true } });
  expect(together(open, kept)).toEqual(whole);
  expect(together(open, {})).toEqual(open);
});
