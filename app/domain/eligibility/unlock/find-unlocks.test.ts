import { describe, expect, it } from 'vitest';
import { aPathway, seedDocuments } from '../../../../test/support/documents.ts';
import { type Pathway, type PersonRule, type Profile, parseDocumentOf } from '../../documents/index.ts';
import { Person } from '../../rule/person.ts';
import { criteriaOf } from '../../rule/walk.ts';
import { type CompiledPathway, compilePathway } from '../evaluate.ts';
import { applyChange } from './apply-change.ts';
import type { Change } from './change.ts';
import { findSingles } from './find-singles.ts';
import { findUnlocks } from './find-unlocks.ts';

const ON = '2026-11-25';
const filipino: Profile = { type: 'profile', nationalities: ['PH'] };
const person = (over: Partial<Profile> = {}) => new Person({ ...filipino, ...over }, ON);
const pathway = (eligibility: PersonRule, over: Partial<Pathway> = {}) =>
  compilePathway(aPathway({ eligibility, ...over }));

const setsOf = (compiled: CompiledPathway, who: Person, atMost = 3) =>
  findUnlocks([compiled], who, atMost).unlocks.map(({ changes }) => changes);

const german: PersonRule = { id: 'german', fact: 'language', of: 'de', gte: 'B1' };
const english: PersonRule = { id: 'english', fact: 'language', of: 'en', gte: 'B2' };
const offer: PersonRule = { id: 'offer', fact: 'offer', eq: true };
const adult: PersonRule = { id: 'adult', fact: 'age', gte: 18 };
const saved: PersonRule = { id: 'saved', fact: 'savings', currency: 'EUR', gte: 13_092 };

const toB1: Change = { fact: 'language', of: 'de', from: 'A2', to: 'B1' };
const speaksA2: Partial<Profile> = { languages: [{ language: 'de', cefr: 'A2' }] };
const anOffer: Change = { fact: 'offer', from: false, to: { destination: 'DE' } };

const tables: [string, PersonRule, Partial<Profile>, Change[][]][] = [
  ['the next level of a language', german, speaksA2, [[toB1]]],
  ['a language that is not stated', german, {}, [[{ fact: 'language', of: 'de', from: null, to: 'B1' }]]],
  [
    'a language not among those stated',
    german,
    { languages: [] },
    [[{ fact: 'language', of: 'de', from: 'below A1', to: 'B1' }]],
  ],
  ['nothing where it is open already', german, { languages: [{ language: 'de', native: true }] }, []],
  [
    'both ways into an alternative',
    { any: [german, saved] },
    { ...speaksA2, savings: { amount: 100, currency: 'EUR' } },
    [[toB1], [{ fact: 'savings', from: { amount: 100, currency: 'EUR' }, to: { amount: 13_092, currency: 'EUR' } }]],
  ],
  ['both changes where both are asked for', { all: [german, offer] }, { ...speaksA2, offer: null }, [[toB1, anOffer]]],
  [
    'the smallest number of changes only',
    { any: [{ all: [german, english] }, offer] },
    { ...speaksA2, offer: null },
    [[anOffer]],
  ],
  [
    'nothing that four changes would take',
    { all: [german, english, offer, saved, { ...german, id: 'french', of: 'fr' }] },
    {},
    [],
  ],
  ['nothing against what nobody can change', { all: [german, adult] }, { ...speaksA2, birthDate: '2010-01-01' }, []],
  ['nothing while something else is not known', { all: [german, adult] }, speaksA2, []],
  ['the least that is enough, not more', { any: [german, { ...german, id: 'better', gte: 'C1' }] }, speaksA2, [[toB1]]],
  [
    'no further than a rule that has a ceiling',
    { all: [german, { id: 'not-too-well', fact: 'language', of: 'de', lt: 'B2' }] },
    speaksA2,
    [[toB1]],
  ],
  [
    'nothing where a change would have to go down',
    { id: 'low', fact: 'education', lte: 3 },
    { education: { isced: 6 } },
    [],
  ],
  [
    'out of what must not be',
    { none: [{ id: 'little', fact: 'education', lt: 3 }] },
    { education: { isced: 2 } },
    [[{ fact: 'education', from: 2, to: 3 }]],
  ],
  [
    'a test taken on the day, where an old one has lapsed',
    { id: 'topik', fact: 'test', of: 'topik', withinMonths: 24, gt: 79 },
    { tests: [{ test: 'topik', score: 140, takenOn: '2020-01-01' }] },
    [[{ fact: 'test', of: 'topik', from: null, to: 80 }]],
  ],
  [
    'points, by whichever change gives enough',
    {
      points: {
        pass: 3,
        items: [
          { id: 'a', points: 1, when: { ...german, id: 'a2', gte: 'A2' } },
          { id: 'b', points: 2, when: { ...german, id: 'b2', gte: 'B2' } },
          { id: 'c', points: 2, when: { id: 'work', fact: 'experience', gte: 12 } },
          { id: 'd', points: 1, when: { id: 'study', fact: 'education', gte: 6 } },
        ],
      },
    },
    { ...speaksA2, experience: [{ occupation: '2221', from: '2026-09' }], education: { isced: 3 } },
    [[{ fact: 'language', of: 'de', from: 'A2', to: 'B2' }], [{ fact: 'experience', from: 3, to: 12 }]],
  ],
  [
    'training and the recognition of what is held',
    {
      all: [
        { id: 'trained', fact: 'training', of: ['2221'], gte: 24 },
        { id: 'recognised', fact: 'qualification', of: ['2221'], gte: 'recognised' },
      ],
    },
    { qualifications: [{ occupation: '2221', trainingMonths: 12, recognisedIn: ['FR'] }] },
    [
      [
        { fact: 'training', of: ['2221'], from: 12, to: 24 },
        { fact: 'qualification', of: ['2221'], destination: 'DE', from: 'held', to: 'recognised' },
      ],
    ],
  ],
  [
    'months that a life has no room for: nothing',
    { id: 'work', fact: 'experience', gte: 60 },
    { birthDate: '2009-01-15', experience: [] },
    [],
  ],
  [
    'months that a window has no room for: nothing',
    { id: 'work', fact: 'experience', withinMonths: 12, gte: 13 },
    { experience: [] },
    [],
  ],
  [
    'of two windows of work the shorter job that is enough',
    {
      any: [
        { id: 'recent', fact: 'experience', withinMonths: 60, gte: 24 },
        { id: 'long', fact: 'experience', withinMonths: 84, gte: 60 },
      ],
    },
    { experience: [] },
    [[{ fact: 'experience', withinMonths: 60, from: 0, to: 24 }]],
  ],
  [
    'months of nursing that are months of work too',
    {
      all: [
        { id: 'nursing', fact: 'experience', of: ['2221'], gte: 12 },
        { id: 'work', fact: 'experience', gte: 36 },
      ],
    },
    { experience: [{ occupation: '5322', from: '2019-01', to: '2020-06' }] },
    [[{ fact: 'experience', of: ['2221'], from: 0, to: 18 }]],
  ],
  [
    'the English of one country, which is English',
    { all: [english, { ...english, id: 'british', of: 'en-GB', gte: 'A1' }] },
    { languages: [] },
    [[{ fact: 'language', of: 'en-GB', from: 'below A1', to: 'B2' }]],
  ],
  [
    'work in any of several occupations',
    { id: 'farm', fact: 'experience', of: ['61', '92'], gte: 1 },
    { experience: [{ occupation: '2221', from: '2020-01' }] },
    [[{ fact: 'experience', of: ['61', '92'], from: 0, to: 1 }]],
  ],
];

describe('findUnlocks', () => {
  it.each(tables)('%s', (_, rule, profile, sets) => expect(setsOf(pathway(rule), person(profile))).toEqual(sets));

  it('finds no more changes than it may', () => {
    const both = pathway({ all: [german, offer] });
    expect(setsOf(both, person({ ...speaksA2, offer: null }), 1)).toEqual([]);
    expect(setsOf(both, person({ ...speaksA2, offer: null }), 2)).toHaveLength(1);
  });

  it('says nothing of a pathway that is not in effect, or not open to the nationality', () => {
    expect(setsOf(pathway(german, { effective: { from: '2027-01-01' } }), person())).toEqual([]);
    expect(setsOf(pathway(german, { origins: ['TN'] }), person())).toEqual([]);
  });
});

const wage = (amount: number): Change & { fact: 'offer' } => ({
  ...anOffer,
  to: { destination: 'DE', wage: { money: { amount, currency: 'EUR' }, per: 'year' } },
});
const paid = (id: string, gte: number): PersonRule => ({ id, fact: 'offerWage', currency: 'EUR', per: 'year', gte });

const offers: [string, PersonRule, Partial<Profile>, Change['to'][]][] = [
  ['any offer', offer, { offer: null }, [{ destination: 'DE' }]],
  ['an offer elsewhere is none here', offer, { offer: { destination: 'FR', months: 12 } }, [{ destination: 'DE' }]],
  ['a wage', { all: [offer, paid('pay', 41_000)] }, { offer: null }, [wage(41_000).to]],
  [
    'an offer that pays too little, raised',
    paid('pay', 41_000),
    { offer: { destination: 'DE', wage: { money: { amount: 30_000, currency: 'EUR' }, per: 'year' } } },
    [wage(41_000).to],
  ],
  [
    'a lower wage in some occupations',
    {
      any: [
        paid('pay', 41_000),
        { all: [paid('low', 31_000), { id: 'care', fact: 'offerOccupation', in: ['532', '2221'] }] },
      ],
    },
    { offer: null },
    [wage(41_000).to, { ...wage(31_000).to, occupations: ['2221', '532'] }],
  ],
  [
    'occupations but some within them',
    {
      all: [
        { id: 'health', fact: 'offerOccupation', in: ['22', '532'] },
        { id: 'no-doctors', fact: 'offerOccupation', notIn: ['221'] },
      ],
    },
    { offer: null },
    [{ destination: 'DE', occupations: ['22', '532'], except: ['221'] }],
  ],
  [
    'no exception of those for whom a lower wage will do',
    {
      all: [
        { id: 'job', fact: 'offerOccupation', in: ['11', '22'] },
        {
          any: [
            paid('pay', 41_000),
            { all: [paid('low', 31_000), { id: 'doctor', fact: 'offerOccupation', in: ['221'] }] },
          ],
        },
      ],
    },
    { offer: null },
    [
      { ...wage(41_000).to, occupations: ['11', '22'] },
      { ...wage(31_000).to, occupations: ['221'] },
    ],
  ],
  [
    'any occupation but some',
    { id: 'no-care', fact: 'offerOccupation', notIn: ['532'] },
    { offer: null },
    [{ destination: 'DE', except: ['532'] }],
  ],
  [
    'a contract neither too short nor too long',
    {
      all: [
        { id: 'long', fact: 'offerMonths', gte: 6 },
        { id: 'short', fact: 'offerMonths', lte: 24 },
      ],
    },
    { offer: null },
    [{ destination: 'DE', months: 6 }],
  ],
  [
    'a contract of a length that must not be more',
    { id: 'short', fact: 'offerMonths', lte: 24 },
    { offer: null },
    [{ destination: 'DE', months: 24 }],
  ],
  [
    'hours a week, where a rule counts by the hour and by the year',
    { all: [paid('pay', 41_000), { id: 'hourly', fact: 'offerWage', currency: 'EUR', per: 'hour', gte: 12 }] },
    { offer: null },
    [{ ...wage(41_000).to, hoursPerWeek: 40 }],
  ],
];

describe('offers', () => {
  it.each(offers)('%s', (_, rule, profile, expected) =>
    expect(setsOf(pathway(rule), person(profile)).map(([change]) => change?.to)).toEqual(expected),
  );
});

describe('findSingles', () => {
  it('counts every pathway that a change opens, also where a smaller one would do', () => {
    const pathways = [
      pathway(german, { id: 'b1' }),
      pathway({ ...german, gte: 'B2' }, { id: 'b2' }),
      pathway({ all: [german, offer] }, { id: 'with-offer' }),
      pathway({ all: [] }, { id: 'open' }),
    ];
    const who = person({ ...speaksA2, offer: null });
    const { unlocks } = findUnlocks(pathways, who, 3);
    const singles = findSingles(unlocks, pathways, who);
    expect(singles.map(({ change, opens }) => [change.to, opens.map(({ id }) => id)])).toEqual([
      ['B1', ['b1']],
      ['B2', ['b1', 'b2']],
    ]);
  });

  it('claims a pathway for an offer only where each of its occupations opens it', () => {
    const occupation = (id: string, codes: string[]) =>
      pathway({ id: 'job', fact: 'offerOccupation', in: codes }, { id });
    const pathways = [occupation('health', ['22']), occupation('nurses', ['2221']), occupation('both', ['22', '53'])];
    const { unlocks } = findUnlocks(pathways, person({ offer: null }), 1);
    const opens = findSingles(unlocks, pathways, person({ offer: null })).map((single) =>
      single.opens.map(({ id }) => id),
    );
    expect(opens).toEqual([['health', 'both'], ['health', 'nurses', 'both'], ['both']]);
  });
});

const published = seedDocuments.pathway().map((document) => {
  const parsed = parseDocumentOf('pathway', document);
  if (!parsed.ok) throw new Error('a seed pathway is broken');
  return compilePathway(parsed.document);
});

/** What a person would have to say of everything that can only be said. */
const declared = Object.fromEntries(
  published
    .flatMap(({ pathway: { eligibility } }) => criteriaOf(eligibility))
    .flatMap((criterion) => (criterion.fact === 'declared' ? [[criterion.of, criterion.eq ?? true]] : [])),
);
const settled: Profile = {
  ...filipino,
  ...{ birthDate: '1998-05-02', sex: 'female', residence: 'PH', health: true, criminalRecord: true, stays: [] },
  ...{ displacement: 'none', dependants: 0, declared },
};
const people: [string, Profile][] = [
  ['of whom little is known', filipino],
  [
    'who has nothing to show',
    { ...settled, education: { isced: 2 }, languages: [], tests: [], experience: [], qualifications: [], offer: null },
  ],
  [
    'a nurse',
    {
      ...settled,
      education: { isced: 6 },
      languages: [
        { language: 'en', cefr: 'B2' },
        { language: 'de', cefr: 'A2' },
      ],
      tests: [],
      experience: [{ occupation: '2221', from: '2020-01', to: '2021-06' }],
      qualifications: [{ occupation: '2221', trainingMonths: 48, recognisedIn: [] }],
      offer: {
        destination: 'GB',
        occupation: '2221',
        wage: { money: { amount: 24_000, currency: 'GBP' }, per: 'year' },
      },
    },
  ],
];

describe.each(people)('the published pathways and a person %s', (_, profile) => {
  const who = new Person(profile, ON);
  const { unlocks, incomplete } = findUnlocks(published, who, 3);

  it('are searched to the end', () => expect(incomplete).toEqual([]));

  it('are opened by every set', () => {
    expect(unlocks.length).toBeGreaterThan(0);
    for (const {
      pathway: { id },
      changes,
    } of unlocks) {
      const after = changes.reduce((sofar, change) => applyChange(change, sofar, ON), profile);
      expect(parseDocumentOf('profile', after)).toMatchObject({ ok: true });
      const compiled = published.find((one) => one.pathway.id === id);
      expect(compiled?.verdict(new Person(after, ON)), id).toBe('eligible');
    }
  });
});
