import { describe, expect, it } from 'vitest';
import type { Profile } from '../documents/profile.ts';
import { ask } from './ask.ts';
import type { Finding } from './finding.ts';
import { Person, type Scope } from './person.ts';
import type { Criterion } from './rule.ts';

/** documents.md, «Facts», read as a statute: the criterion, then who meets it on the day. */

type Told = Omit<Profile, 'type'>;
type Asked = Criterion extends infer C ? (C extends Criterion ? Omit<C, 'id'> : never) : never;
type Case = [who: string, told: Told, finding: Finding];

const GERMANY: Scope = { destination: 'DE', pathway: 'de-care' };
const ON = '2026-09-01';

function statute(title: string, asked: Asked, cases: Case[], { on = ON, scope = GERMANY } = {}): void {
  describe(title, () => {
    const { finding } = ask({ id: 'c', ...asked }, scope);
    it.each(cases)('%s', (_, told, expected) =>
      expect(finding(new Person({ type: 'profile', ...told }, on))).toBe(expected),
    );
    it('not stated', () => expect(finding(new Person({ type: 'profile' }, on))).toBe('unknown'));
  });
}

statute('at least 18 years old', { fact: 'age', gte: 18 }, [
  ['the eve of the 18th birthday', { birthDate: '2008-09-02' }, 'unmet'],
  ['the 18th birthday', { birthDate: '2008-09-01' }, 'met'],
]);
statute('not older than 39', { fact: 'age', lte: 39 }, [
  ['the last day of the 39th year', { birthDate: '1986-09-02' }, 'met'],
  ['the 40th birthday', { birthDate: '1986-09-01' }, 'unmet'],
]);
statute(
  'at least 18, asked on 28 February',
  { fact: 'age', gte: 18 },
  [['born on 29 February', { birthDate: '2008-02-29' }, 'unmet']],
  { on: '2026-02-28' },
);
statute(
  'at least 18, asked on 1 March',
  { fact: 'age', gte: 18 },
  [['born on 29 February', { birthDate: '2008-02-29' }, 'met']],
  { on: '2026-03-01' },
);

statute('a woman', { fact: 'sex', eq: 'female' }, [
  ['a woman', { sex: 'female' }, 'met'],
  ['neither', { sex: 'other' }, 'unmet'],
]);
statute('not a man', { fact: 'sex', notIn: ['male'] }, [
  ['a man', { sex: 'male' }, 'unmet'],
  ['neither', { sex: 'other' }, 'met'],
]);

statute('of the Philippines or Kenya', { fact: 'nationality', in: ['PH', 'KE'] }, [
  ['one of two nationalities', { nationalities: ['US', 'PH'] }, 'met'],
  ['another', { nationalities: ['US'] }, 'unmet'],
  ['stateless', { nationalities: [] }, 'unmet'],
]);
statute('of no Union state', { fact: 'nationality', notIn: ['FR', 'PL'] }, [
  ['one of two nationalities is', { nationalities: ['PH', 'PL'] }, 'unmet'],
  ['stateless', { nationalities: [] }, 'met'],
]);
statute('lives outside Germany', { fact: 'residence', ne: 'DE' }, [
  ['in Germany', { residence: 'DE' }, 'unmet'],
  ['elsewhere', { residence: 'PH' }, 'met'],
]);

statute('a finished upper secondary school', { fact: 'education', gte: 3 }, [
  ['lower secondary', { education: { isced: 2 } }, 'unmet'],
  ['upper secondary', { education: { isced: 3 } }, 'met'],
]);

statute('German at B1', { fact: 'language', of: 'de', gte: 'B1' }, [
  ['A2', { languages: [{ language: 'de', cefr: 'A2' }] }, 'unmet'],
  ['B1 of a dialect', { languages: [{ language: 'de-AT', cefr: 'B1' }] }, 'met'],
  ['a native speaker', { languages: [{ language: 'de', native: true }] }, 'met'],
  [
    'the better of two entries',
    {
      languages: [
        { language: 'de', cefr: 'A1' },
        { language: 'de', cefr: 'C1' },
      ],
    },
    'met',
  ],
  ['languages stated without it', { languages: [{ language: 'en', native: true }] }, 'unmet'],
  ['no language at all', { languages: [] }, 'unmet'],
]);
statute('British English at B1', { fact: 'language', of: 'en-GB', gte: 'B1' }, [
  ['English in general does not cover it', { languages: [{ language: 'en', native: true }] }, 'unmet'],
]);
statute('German below B1', { fact: 'language', of: 'de', lt: 'B1' }, [
  ['not among those stated', { languages: [] }, 'met'],
  ['a language that only begins alike', { languages: [{ language: 'del', native: true }] }, 'met'],
]);

const topik = (score: number, takenOn: string) => ({ test: 'eps-topik', score, takenOn });
statute('110 points in a test of the last 24 months', { fact: 'test', of: 'eps-topik', withinMonths: 24, gte: 110 }, [
  ['on the first day that counts', { tests: [topik(110, '2024-09-01')] }, 'met'],
  ['a day too early', { tests: [topik(200, '2024-08-31')] }, 'unmet'],
  ['the best of those that count', { tests: [topik(90, '2026-01-01'), topik(120, '2025-01-01')] }, 'met'],
  ['not taken yet', { tests: [topik(200, '2026-09-02')] }, 'unmet'],
  ['tests stated without it', { tests: [] }, 'unmet'],
]);
statute('less than 50 points', { fact: 'test', of: 'eps-topik', lt: 50 }, [
  ['no such test: unmet under any comparison', { tests: [] }, 'unmet'],
  ['40 points', { tests: [topik(40, '2001-01-01')] }, 'met'],
]);

const job = (occupation: string, from: string, to?: string) => ({ occupation, from, ...(to && { to }) });
statute('two years as a health professional', { fact: 'experience', of: ['22'], gte: 24 }, [
  ['first and last month included', { experience: [job('2221', '2020-01', '2021-12')] }, 'met'],
  ['a month short', { experience: [job('2221', '2020-01', '2021-11')] }, 'unmet'],
  [
    'overlaps count once',
    { experience: [job('2221', '2020-01', '2020-12'), job('22', '2020-06', '2021-11')] },
    'unmet',
  ],
  ['other work does not count', { experience: [job('5321', '2000-01')] }, 'unmet'],
  ['a code less particular than what is asked', { experience: [job('2', '2000-01')] }, 'unmet'],
  ['still held: to the month of the day', { experience: [job('2221', '2024-10')] }, 'met'],
  ['still held, a month short', { experience: [job('2221', '2024-11')] }, 'unmet'],
  ['months to come do not count', { experience: [job('2221', '2025-01', '2030-12')] }, 'unmet'],
  ['no job at all', { experience: [] }, 'unmet'],
]);
statute('one of the last three months', { fact: 'experience', withinMonths: 3, gte: 1 }, [
  ['the month of the day and the two before it', { experience: [job('9', '2026-01', '2026-07')] }, 'met'],
  ['the month before these', { experience: [job('9', '2026-01', '2026-06')] }, 'unmet'],
]);

const papers = (occupation: string, recognisedIn: string[], trainingMonths = 36) => ({
  ...{ occupation, recognisedIn, trainingMonths },
});
statute('recognised as a nurse', { fact: 'qualification', of: ['2221'], gte: 'recognised' }, [
  ['recognised here', { qualifications: [papers('2221', ['DE'])] }, 'met'],
  ['recognised elsewhere', { qualifications: [papers('2221', ['AT'])] }, 'unmet'],
  ['another occupation', { qualifications: [papers('2211', ['DE'])] }, 'unmet'],
  ['none', { qualifications: [] }, 'unmet'],
]);
statute('held and not recognised', { fact: 'qualification', eq: 'held' }, [
  ['recognised nowhere', { qualifications: [papers('2221', [])] }, 'met'],
  ['the best of several counts', { qualifications: [papers('2221', []), papers('7112', ['DE'])] }, 'unmet'],
]);
statute('three years of training', { fact: 'training', of: ['2221'], gte: 36 }, [
  ['the longest counts, not the sum', { qualifications: [papers('2221', [], 24), papers('2221', [], 12)] }, 'unmet'],
  ['36 months', { qualifications: [papers('2221', [], 36)] }, 'met'],
  ['qualifications stated without one', { qualifications: [] }, 'unmet'],
]);
statute('no training', { fact: 'training', lt: 1 }, [['no qualification', { qualifications: [] }, 'met']]);

const hourly = { money: { amount: 15.5, currency: 'EUR' as const }, per: 'hour' as const };
statute('an offer here', { fact: 'offer', eq: true }, [
  ['here', { offer: { destination: 'DE' } }, 'met'],
  ['elsewhere', { offer: { destination: 'AT' } }, 'unmet'],
  ['none', { offer: null }, 'unmet'],
]);
statute('no offer here', { fact: 'offer', eq: false }, [
  ['none', { offer: null }, 'met'],
  ['elsewhere', { offer: { destination: 'AT' } }, 'met'],
]);
statute('the offer is not as a doctor', { fact: 'offerOccupation', notIn: ['221'] }, [
  ['as a nurse', { offer: { destination: 'DE', occupation: '2221' } }, 'met'],
  ['as a doctor', { offer: { destination: 'DE', occupation: '2211' } }, 'unmet'],
  ['occupation not stated', { offer: { destination: 'DE' } }, 'unknown'],
  ['no offer here', { offer: { destination: 'AT', occupation: '2221' } }, 'unmet'],
]);
statute('32,240 euros a year', { fact: 'offerWage', currency: 'EUR', per: 'year', gte: 32_240 }, [
  ['15.50 an hour, 40 hours a week', { offer: { destination: 'DE', wage: hourly, hoursPerWeek: 40 } }, 'met'],
  ['15.50 an hour, 39.99 hours a week', { offer: { destination: 'DE', wage: hourly, hoursPerWeek: 39.99 } }, 'unmet'],
  ['hours not stated', { offer: { destination: 'DE', wage: hourly } }, 'unknown'],
  [
    'another currency',
    { offer: { destination: 'DE', wage: { money: { amount: 1e6, currency: 'USD' }, per: 'year' } } },
    'unknown',
  ],
  ['wage not stated', { offer: { destination: 'DE' } }, 'unknown'],
  ['no offer here', { offer: { destination: 'AT', wage: hourly, hoursPerWeek: 60 } }, 'unmet'],
  ['none', { offer: null }, 'unmet'],
]);
statute('a contract of at most a year', { fact: 'offerMonths', lte: 12 }, [
  ['a year', { offer: { destination: 'DE', months: 12 } }, 'met'],
  ['no offer here', { offer: { destination: 'AT', months: 6 } }, 'unmet'],
]);

statute('savings of 13,092 euros', { fact: 'savings', currency: 'EUR', gte: 13_092 }, [
  ['enough', { savings: { amount: 13_092, currency: 'EUR' } }, 'met'],
  ['a cent short', { savings: { amount: 13_091.99, currency: 'EUR' } }, 'unmet'],
  ['another currency', { savings: { amount: 1e9, currency: 'USD' } }, 'unknown'],
]);
statute('healthy', { fact: 'health', eq: true }, [['refused', { health: false }, 'unmet']]);
statute('a clear record', { fact: 'criminalRecord', eq: true }, [['clear', { criminalRecord: true }, 'met']]);

const stay = (country: string, from: string, to?: string, more: { pathway?: string; leftOnTime?: boolean } = {}) => ({
  ...{ country, from, ...(to && { to, leftOnTime: true }), ...more },
});
statute('at most 90 days of the last 6 months', { fact: 'stay', withinMonths: 6, lte: 90 }, [
  ['both days count', { stays: [stay('DE', '2026-04-01', '2026-06-29')] }, 'met'],
  ['a day more', { stays: [stay('DE', '2026-04-01', '2026-06-30')] }, 'unmet'],
  [
    'overlaps count once',
    { stays: [stay('DE', '2026-04-01', '2026-06-29'), stay('DE', '2026-05-01', '2026-06-01')] },
    'met',
  ],
  ['days before the window do not count', { stays: [stay('DE', '2020-01-01', '2026-03-30')] }, 'met'],
  ['a stay that lasts still', { stays: [stay('DE', '2026-06-03')] }, 'unmet'],
  ['days to come do not count', { stays: [stay('DE', '2026-08-01')] }, 'met'],
  ['another country', { stays: [stay('AT', '2020-01-01')] }, 'met'],
  ['none', { stays: [] }, 'met'],
]);
statute('a day in Austria or Poland', { fact: 'stay', where: ['AT', 'PL'], withinMonths: 1, gte: 1 }, [
  ['the first day of the window', { stays: [stay('PL', '2026-07-01', '2026-08-01')] }, 'met'],
  ['the day before it', { stays: [stay('PL', '2026-07-01', '2026-07-31')] }, 'unmet'],
]);
statute('never under this pathway', { fact: 'participation', eq: 0 }, [
  ['under it', { stays: [stay('DE', '2020-01-01', '2020-02-01', { pathway: 'de-care' })] }, 'unmet'],
  ['under another', { stays: [stay('DE', '2020-01-01', '2020-02-01', { pathway: 'de-other' })] }, 'met'],
  ['not begun', { stays: [stay('DE', '2026-09-02', undefined, { pathway: 'de-care' })] }, 'met'],
]);
statute('twice under either', { fact: 'participation', of: ['a-1', 'b-1'], gte: 2 }, [
  [
    'once under each',
    {
      stays: [
        stay('DE', '2020-01-01', undefined, { pathway: 'a-1' }),
        stay('FR', '2026-09-01', undefined, { pathway: 'b-1' }),
      ],
    },
    'met',
  ],
]);
statute('never stayed too long', { fact: 'overstay', eq: false }, [
  ['left late, anywhere', { stays: [stay('FR', '2020-01-01', '2020-02-01', { leftOnTime: false })] }, 'unmet'],
  ['there still', { stays: [stay('FR', '2020-01-01')] }, 'met'],
  ['none', { stays: [] }, 'met'],
]);
statute('never stayed too long here', { fact: 'overstay', where: ['DE'], eq: false }, [
  ['left late elsewhere', { stays: [stay('FR', '2020-01-01', '2020-02-01', { leftOnTime: false })] }, 'met'],
  ['not begun yet', { stays: [stay('DE', '2026-10-01', '2026-10-02', { leftOnTime: false })] }, 'met'],
]);

statute('displaced', { fact: 'displacement', in: ['refugee', 'crisis'] }, [
  ['a refugee', { displacement: 'refugee' }, 'met'],
  ['not displaced', { displacement: 'none' }, 'unmet'],
]);
statute('at most two dependants', { fact: 'dependants', lte: 2 }, [
  ['none', { dependants: 0 }, 'met'],
  ['three', { dependants: 3 }, 'unmet'],
]);
statute('a licence for lorries', { fact: 'licence', of: 'C', eq: true }, [
  ['held', { licences: ['B', 'C'] }, 'met'],
  ['licences stated without it', { licences: ['B'] }, 'unmet'],
]);
statute('no licence for lorries', { fact: 'licence', of: 'C', eq: false }, [['none', { licences: [] }, 'met']]);
statute('insured', { fact: 'declared', of: 'insurance', eq: true }, [
  ['declared', { declared: { insurance: true } }, 'met'],
  ['declared not so', { declared: { insurance: false } }, 'unmet'],
  ['something else declared', { declared: { roster: true } }, 'unknown'],
]);

describe('where *here* and *this pathway* are not known', () => {
  const nowhere = (asked: Asked, told: Told) =>
    ask({ id: 'c', ...asked }, {}).finding(new Person({ type: 'profile', ...told }, ON));
  it.each<[string, Asked, Told, Finding]>([
    ['an offer somewhere', { fact: 'offer', eq: true }, { offer: { destination: 'DE' } }, 'unknown'],
    ['no offer anywhere', { fact: 'offer', eq: true }, { offer: null }, 'unmet'],
    ['a stay', { fact: 'stay', withinMonths: 1, lt: 1 }, { stays: [] }, 'unknown'],
    ['part taken', { fact: 'participation', eq: 0 }, { stays: [] }, 'unknown'],
    ['no qualification', { fact: 'qualification', eq: 'none' }, { qualifications: [] }, 'met'],
    [
      'a qualification',
      { fact: 'qualification', gte: 'recognised' },
      { qualifications: [papers('2221', ['DE'])] },
      'unknown',
    ],
  ])('%s', (_, asked, told, finding) => expect(nowhere(asked, told)).toBe(finding));
});

describe('the journey being prepared', () => {
  it.each<[Asked, Scope, Finding]>([
    [{ fact: 'destination', in: ['KR', 'JP'] }, { destination: 'KR' }, 'met'],
    [{ fact: 'destination', eq: 'KR' }, {}, 'unknown'],
    [{ fact: 'pathway', ne: 'kr-eps-e9' }, { pathway: 'kr-eps-e9' }, 'unmet'],
    [{ fact: 'pathwayKind', notIn: ['seasonal'] }, { pathwayKind: 'training' }, 'met'],
    [{ fact: 'occupation', eq: '22' }, { occupation: '2221' }, 'met'],
    [{ fact: 'occupation', ne: '22' }, { occupation: '2221' }, 'unmet'],
  ])('%o of %o', (asked, scope, finding) =>
    expect(ask({ id: 'c', ...asked }, scope).finding(new Person({ type: 'profile' }, ON))).toBe(finding),
  );
});
