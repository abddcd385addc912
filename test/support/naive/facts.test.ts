import { describe, expect, it } from 'vitest';
import type { Criterion, Profile } from '../../../app/domain/documents/index.ts';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { judge } from './interpreter.ts';
import type { Told } from './told.ts';

type Unnamed<C> = C extends unknown ? Omit<C, 'id'> : never;
type Case = [
  what: string,
  profile: Omit<Profile, 'type'>,
  criterion: Unnamed<Criterion>,
  expected: Finding,
  told?: Partial<Omit<Told, 'profile'>>,
];

/** Every case by hand from the table «Facts» of the contract; on 23 November 2026, and *here* is Germany, where not said otherwise. */
function statute(fact: Criterion['fact'], cases: Case[]): void {
  describe(fact, () => {
    it.each(cases)('%s', (_, profile, criterion, expected, told) => {
      const here = { on: '2026-11-23', destination: 'DE', pathway: 'de-test' };
      expect(criterion.fact).toBe(fact);
      expect(judge({ id: 'c', ...criterion }, { ...here, ...told, profile: { type: 'profile', ...profile } })).toBe(
        expected,
      );
    });
  });
}

statute('age', [
  ['not stated', {}, { fact: 'age', gte: 0 }, 'unknown'],
  ['the eve of the 18th birthday', { birthDate: '2008-11-24' }, { fact: 'age', gte: 18 }, 'unmet'],
  ['the 18th birthday', { birthDate: '2008-11-23' }, { fact: 'age', gte: 18 }, 'met'],
  ['over 18 on the 18th birthday', { birthDate: '2008-11-23' }, { fact: 'age', gt: 18 }, 'unmet'],
  ['up to 39 on the eve of the 40th', { birthDate: '1986-11-24' }, { fact: 'age', lte: 39 }, 'met'],
  ['up to 39 on the 40th birthday', { birthDate: '1986-11-23' }, { fact: 'age', lte: 39 }, 'unmet'],
  ['under 40 on the 40th birthday', { birthDate: '1986-11-23' }, { fact: 'age', lt: 40 }, 'unmet'],
  ['36, on the day', { birthDate: '1990-11-23' }, { fact: 'age', eq: 36 }, 'met'],
  ['36, a day early', { birthDate: '1990-11-24' }, { fact: 'age', eq: 36 }, 'unmet'],
  ['not 36, a day early', { birthDate: '1990-11-24' }, { fact: 'age', ne: 36 }, 'met'],
  ['born today', { birthDate: '2026-11-23' }, { fact: 'age', lt: 1 }, 'met'],
  [
    'of 29 February on 28 February',
    { birthDate: '2008-02-29' },
    { fact: 'age', gte: 18 },
    'unmet',
    { on: '2026-02-28' },
  ],
  ['of 29 February on 1 March', { birthDate: '2008-02-29' }, { fact: 'age', gte: 18 }, 'met', { on: '2026-03-01' }],
  ['a leap year, the day before', { birthDate: '2008-02-29' }, { fact: 'age', eq: 19 }, 'met', { on: '2028-02-28' }],
  ['a leap year, the day itself', { birthDate: '2008-02-29' }, { fact: 'age', eq: 20 }, 'met', { on: '2028-02-29' }],
  ['1900 was no leap year', { birthDate: '1896-02-29' }, { fact: 'age', eq: 3 }, 'met', { on: '1900-02-28' }],
]);

statute('sex', [
  ['not stated', {}, { fact: 'sex', ne: 'male' }, 'unknown'],
  ['the one asked for', { sex: 'female' }, { fact: 'sex', eq: 'female' }, 'met'],
  ['another', { sex: 'other' }, { fact: 'sex', eq: 'female' }, 'unmet'],
  ['not the one ruled out', { sex: 'other' }, { fact: 'sex', ne: 'male' }, 'met'],
  ['one of two', { sex: 'other' }, { fact: 'sex', in: ['female', 'other'] }, 'met'],
  ['none of two', { sex: 'male' }, { fact: 'sex', notIn: ['female', 'other'] }, 'met'],
  ['one of those ruled out', { sex: 'male' }, { fact: 'sex', notIn: ['male'] }, 'unmet'],
]);

statute('nationality', [
  ['not stated', {}, { fact: 'nationality', notIn: ['PH'] }, 'unknown'],
  ['stateless, asked for one', { nationalities: [] }, { fact: 'nationality', in: ['PH'] }, 'unmet'],
  ['stateless, one ruled out', { nationalities: [] }, { fact: 'nationality', notIn: ['PH'] }, 'met'],
  ['one of two is listed', { nationalities: ['US', 'PH'] }, { fact: 'nationality', in: ['PH', 'NP'] }, 'met'],
  ['one of two is ruled out', { nationalities: ['US', 'PH'] }, { fact: 'nationality', notIn: ['PH'] }, 'unmet'],
  ['neither is listed', { nationalities: ['US', 'FR'] }, { fact: 'nationality', in: ['PH'] }, 'unmet'],
  ['neither is ruled out', { nationalities: ['US', 'FR'] }, { fact: 'nationality', notIn: ['PH'] }, 'met'],
]);

statute('residence', [
  ['not stated, whatever the nationality', { nationalities: ['PH'] }, { fact: 'residence', eq: 'PH' }, 'unknown'],
  ['there', { residence: 'PH' }, { fact: 'residence', eq: 'PH' }, 'met'],
  ['elsewhere', { residence: 'SA' }, { fact: 'residence', ne: 'PH' }, 'met'],
  ['in one of them', { residence: 'XK' }, { fact: 'residence', in: ['AL', 'XK'] }, 'met'],
  ['in one ruled out', { residence: 'XK' }, { fact: 'residence', notIn: ['AL', 'XK'] }, 'unmet'],
]);

statute('education', [
  ['not stated', {}, { fact: 'education', gte: 0 }, 'unknown'],
  ['level 0 is stated', { education: { isced: 0 } }, { fact: 'education', gte: 0 }, 'met'],
  ['exactly the level', { education: { isced: 3 } }, { fact: 'education', gte: 3 }, 'met'],
  ['a level short', { education: { isced: 2 } }, { fact: 'education', gte: 3 }, 'unmet'],
  ['above the most', { education: { isced: 4 } }, { fact: 'education', lte: 3 }, 'unmet'],
  ['the level itself', { education: { isced: 4 } }, { fact: 'education', eq: 4 }, 'met'],
  ['a higher one', { education: { isced: 5 } }, { fact: 'education', eq: 4 }, 'unmet'],
  ['more than it', { education: { isced: 6 } }, { fact: 'education', gt: 6 }, 'unmet'],
  ['less than it', { education: { isced: 5 } }, { fact: 'education', lt: 6 }, 'met'],
]);

const speaks = (...languages: NonNullable<Profile['languages']>) => ({ languages });

statute('language', [
  ['no language stated', {}, { fact: 'language', of: 'en', lt: 'A1' }, 'unknown'],
  ['none spoken', { languages: [] }, { fact: 'language', of: 'en', gte: 'A1' }, 'unmet'],
  ['below A1 is below A1', { languages: [] }, { fact: 'language', of: 'en', lt: 'A1' }, 'met'],
  ['another language', speaks({ language: 'de', cefr: 'C2' }), { fact: 'language', of: 'en', gte: 'A1' }, 'unmet'],
  ['the level itself', speaks({ language: 'en', cefr: 'B2' }), { fact: 'language', of: 'en', gte: 'B2' }, 'met'],
  ['a level short', speaks({ language: 'en', cefr: 'B1' }), { fact: 'language', of: 'en', gte: 'B2' }, 'unmet'],
  ['not under it', speaks({ language: 'en', cefr: 'B2' }), { fact: 'language', of: 'en', lt: 'B2' }, 'unmet'],
  ['C1 is above B2', speaks({ language: 'en', cefr: 'C1' }), { fact: 'language', of: 'en', gte: 'B2' }, 'met'],
  ['native is C2', speaks({ language: 'en', native: true }), { fact: 'language', of: 'en', gte: 'C2' }, 'met'],
  [
    'not native, with a level',
    speaks({ language: 'en', native: false, cefr: 'A2' }),
    { fact: 'language', of: 'en', gte: 'B1' },
    'unmet',
  ],
  ['en covers en-GB', speaks({ language: 'en-GB', cefr: 'B2' }), { fact: 'language', of: 'en', gte: 'B2' }, 'met'],
  ['en-GB is not en', speaks({ language: 'en', cefr: 'C2' }), { fact: 'language', of: 'en-GB', gte: 'A1' }, 'unmet'],
  ['en is not enm', speaks({ language: 'enm', cefr: 'C2' }), { fact: 'language', of: 'en', gte: 'A1' }, 'unmet'],
  [
    'zh-Hant covers zh-Hant-TW',
    speaks({ language: 'zh-Hant-TW', cefr: 'B1' }),
    { fact: 'language', of: 'zh-Hant', gte: 'B1' },
    'met',
  ],
  [
    'the best of two kinds of English',
    speaks({ language: 'en-GB', cefr: 'A2' }, { language: 'en-US', cefr: 'B2' }),
    { fact: 'language', of: 'en', gte: 'B2' },
    'met',
  ],
]);

const topik = (score: number, takenOn: string) => ({ test: 'eps-topik', score, takenOn });
const taken = (...tests: NonNullable<Profile['tests']>) => ({ tests });

statute('test', [
  ['not stated', {}, { fact: 'test', of: 'eps-topik', gte: 0 }, 'unknown'],
  ['none taken', taken(), { fact: 'test', of: 'eps-topik', gte: 0 }, 'unmet'],
  ['none taken, asked for little', taken(), { fact: 'test', of: 'eps-topik', lt: 200 }, 'unmet'],
  [
    'another test',
    taken({ test: 'ielts', score: 9, takenOn: '2026-01-01' }),
    { fact: 'test', of: 'eps-topik', gte: 1 },
    'unmet',
  ],
  ['the score itself', taken(topik(110, '2020-01-01')), { fact: 'test', of: 'eps-topik', gte: 110 }, 'met'],
  ['just short', taken(topik(109.5, '2020-01-01')), { fact: 'test', of: 'eps-topik', gte: 110 }, 'unmet'],
  ['taken today', taken(topik(110, '2026-11-23')), { fact: 'test', of: 'eps-topik', gte: 110 }, 'met'],
  ['taken tomorrow', taken(topik(110, '2026-11-24')), { fact: 'test', of: 'eps-topik', gte: 110 }, 'unmet'],
  [
    'the best of two',
    taken(topik(120, '2024-01-01'), topik(90, '2026-01-01')),
    { fact: 'test', of: 'eps-topik', gte: 110 },
    'met',
  ],
  [
    'the best of two is not under it',
    taken(topik(120, '2024-01-01'), topik(90, '2026-01-01')),
    { fact: 'test', of: 'eps-topik', lt: 110 },
    'unmet',
  ],
  [
    'two years old to the day',
    taken(topik(110, '2024-11-23')),
    { fact: 'test', of: 'eps-topik', withinMonths: 24, gte: 110 },
    'met',
  ],
  [
    'a day too old',
    taken(topik(110, '2024-11-22')),
    { fact: 'test', of: 'eps-topik', withinMonths: 24, gte: 110 },
    'unmet',
  ],
  [
    'the better one too old',
    taken(topik(120, '2024-11-22'), topik(90, '2026-01-01')),
    { fact: 'test', of: 'eps-topik', withinMonths: 24, lt: 110 },
    'met',
  ],
  [
    'six months before 31 August is the last of February',
    taken(topik(110, '2026-02-28')),
    { fact: 'test', of: 'eps-topik', withinMonths: 6, gte: 110 },
    'met',
    { on: '2026-08-31' },
  ],
  [
    'in a leap year the 29th',
    taken(topik(110, '2028-02-28')),
    { fact: 'test', of: 'eps-topik', withinMonths: 6, gte: 110 },
    'unmet',
    { on: '2028-08-31' },
  ],
]);

const job = (occupation: string, from: string, to?: string) => ({ occupation, from, ...(to && { to }) });
const worked = (...experience: NonNullable<Profile['experience']>) => ({ experience });

statute('experience', [
  ['not stated', {}, { fact: 'experience', gte: 0 }, 'unknown'],
  ['never worked', worked(), { fact: 'experience', gte: 1 }, 'unmet'],
  ['never worked is nothing', worked(), { fact: 'experience', lt: 1 }, 'met'],
  ['one month', worked(job('2221', '2020-05', '2020-05')), { fact: 'experience', gte: 1 }, 'met'],
  ['first and last month included', worked(job('2221', '2020-01', '2020-12')), { fact: 'experience', gte: 12 }, 'met'],
  ['and no month more', worked(job('2221', '2020-01', '2020-12')), { fact: 'experience', gt: 12 }, 'unmet'],
  [
    'overlaps once: January to June and April to September',
    worked(job('2221', '2020-01', '2020-06'), job('5322', '2020-04', '2020-09')),
    { fact: 'experience', lte: 9 },
    'met',
  ],
  [
    'overlaps once: nine months',
    worked(job('2221', '2020-01', '2020-06'), job('5322', '2020-04', '2020-09')),
    { fact: 'experience', gte: 9 },
    'met',
  ],
  ['still held: June to November', worked(job('2221', '2026-06')), { fact: 'experience', gte: 6 }, 'met'],
  ['still held, no more than that', worked(job('2221', '2026-06')), { fact: 'experience', gt: 6 }, 'unmet'],
  ['planned', worked(job('2221', '2026-12')), { fact: 'experience', gte: 1 }, 'unmet'],
  ['to end next year', worked(job('2221', '2026-11', '2027-10')), { fact: 'experience', lte: 1 }, 'met'],
  ['22 covers 2221', worked(job('2221', '2026-11')), { fact: 'experience', of: ['91', '22'], gte: 1 }, 'met'],
  ['other work', worked(job('9111', '2026-11')), { fact: 'experience', of: ['22'], gte: 1 }, 'unmet'],
  ['2221 does not cover 22', worked(job('22', '2026-11')), { fact: 'experience', of: ['2221'], gte: 1 }, 'unmet'],
  [
    'in two of the occupations at once',
    worked(job('2221', '2026-10'), job('2222', '2026-10')),
    { fact: 'experience', of: ['2221', '2222'], lte: 2 },
    'met',
  ],
  [
    'twelve months back begin in December',
    worked(job('2221', '2025-11', '2025-12')),
    { fact: 'experience', withinMonths: 12, gte: 1 },
    'met',
  ],
  [
    'and not in November',
    worked(job('2221', '2025-11', '2025-12')),
    { fact: 'experience', withinMonths: 12, gt: 1 },
    'unmet',
  ],
  ['this month alone', worked(job('2221', '2020-01')), { fact: 'experience', withinMonths: 1, lte: 1 }, 'met'],
  [
    'sixty months of the last eighty-four, two jobs',
    worked(job('7412', '2019-01', '2022-11'), job('7412', '2022-10', '2024-11')),
    { fact: 'experience', withinMonths: 84, gte: 60 },
    'met',
  ],
  [
    'and not sixty-one',
    worked(job('7412', '2019-01', '2022-11'), job('7412', '2022-10', '2024-11')),
    { fact: 'experience', withinMonths: 84, gt: 60 },
    'unmet',
  ],
]);

const holds = (...qualifications: NonNullable<Profile['qualifications']>) => ({ qualifications });
const trained = (occupation: string, trainingMonths: number, ...recognisedIn: string[]) => ({
  occupation,
  trainingMonths,
  recognisedIn,
});

statute('qualification', [
  ['not stated', {}, { fact: 'qualification', gte: 'none' }, 'unknown'],
  ['none', holds(), { fact: 'qualification', gte: 'none' }, 'met'],
  ['none is not held', holds(), { fact: 'qualification', gte: 'held' }, 'unmet'],
  ['held', holds(trained('2221', 36)), { fact: 'qualification', gte: 'held' }, 'met'],
  ['held is not recognised', holds(trained('2221', 36)), { fact: 'qualification', gte: 'recognised' }, 'unmet'],
  ['recognised elsewhere', holds(trained('2221', 36, 'AT')), { fact: 'qualification', eq: 'held' }, 'met'],
  ['recognised here', holds(trained('2221', 0, 'AT', 'DE')), { fact: 'qualification', gte: 'recognised' }, 'met'],
  ['recognised here is not just held', holds(trained('2221', 0, 'DE')), { fact: 'qualification', eq: 'held' }, 'unmet'],
  [
    'the best of two',
    holds(trained('2221', 0), trained('5322', 0, 'DE')),
    { fact: 'qualification', eq: 'recognised' },
    'met',
  ],
  [
    'the best of those for the work',
    holds(trained('2221', 0), trained('5322', 0, 'DE')),
    { fact: 'qualification', of: ['22'], eq: 'held' },
    'met',
  ],
  ['none for the work', holds(trained('5322', 0, 'DE')), { fact: 'qualification', of: ['22'], eq: 'none' }, 'met'],
  [
    'here not known, recognised nowhere',
    holds(trained('2221', 0)),
    { fact: 'qualification', gte: 'recognised' },
    'unmet',
    { destination: undefined },
  ],
  [
    'here not known, recognised somewhere',
    holds(trained('2221', 0, 'DE')),
    { fact: 'qualification', gte: 'recognised' },
    'unknown',
    { destination: undefined },
  ],
]);

statute('training', [
  ['not stated', {}, { fact: 'training', gte: 0 }, 'unknown'],
  ['no qualification', holds(), { fact: 'training', lte: 0 }, 'met'],
  ['the longest, not the sum', holds(trained('7412', 12), trained('7411', 24)), { fact: 'training', gt: 24 }, 'unmet'],
  ['exactly long enough', holds(trained('7412', 24)), { fact: 'training', gte: 24 }, 'met'],
  ['for other work', holds(trained('7412', 24)), { fact: 'training', of: ['22'], gte: 1 }, 'unmet'],
  ['for the work', holds(trained('7412', 24), trained('2221', 36)), { fact: 'training', of: ['74'], gte: 25 }, 'unmet'],
]);

type Offer = NonNullable<Profile['offer']>;
const offered = (offer: Omit<Offer, 'destination'>, destination = 'DE') => ({ offer: { destination, ...offer } });
const paid = (amount: number, currency: string, per: 'hour' | 'month' | 'year', hoursPerWeek?: number) =>
  offered({ wage: { money: { amount, currency }, per }, ...(hoursPerWeek !== undefined && { hoursPerWeek }) });

statute('offer', [
  ['not stated', {}, { fact: 'offer', eq: false }, 'unknown'],
  ['none', { offer: null }, { fact: 'offer', eq: false }, 'met'],
  ['none, one needed', { offer: null }, { fact: 'offer', eq: true }, 'unmet'],
  ['here', offered({}), { fact: 'offer', eq: true }, 'met'],
  ['elsewhere', offered({}, 'AT'), { fact: 'offer', eq: true }, 'unmet'],
  ['elsewhere is none here', offered({}, 'AT'), { fact: 'offer', eq: false }, 'met'],
  ['here not known', offered({}), { fact: 'offer', eq: true }, 'unknown', { destination: undefined }],
  ['none, wherever here is', { offer: null }, { fact: 'offer', eq: true }, 'unmet', { destination: undefined }],
]);

statute('offerOccupation', [
  ['no offer stated', {}, { fact: 'offerOccupation', in: ['22'] }, 'unknown'],
  ['no offer', { offer: null }, { fact: 'offerOccupation', in: ['22'] }, 'unmet'],
  ['no offer, work ruled out', { offer: null }, { fact: 'offerOccupation', notIn: ['22'] }, 'unmet'],
  ['elsewhere', offered({ occupation: '2221' }, 'AT'), { fact: 'offerOccupation', notIn: ['93'] }, 'unmet'],
  ['the work is not said', offered({}), { fact: 'offerOccupation', in: ['22'] }, 'unknown'],
  ['covered', offered({ occupation: '2221' }), { fact: 'offerOccupation', in: ['93', '22'] }, 'met'],
  ['ruled out', offered({ occupation: '2221' }), { fact: 'offerOccupation', notIn: ['93', '22'] }, 'unmet'],
  ['not ruled out', offered({ occupation: '2221' }), { fact: 'offerOccupation', notIn: ['93'] }, 'met'],
  ['less exact than asked', offered({ occupation: '22' }), { fact: 'offerOccupation', in: ['2221'] }, 'unmet'],
]);

const euros = { fact: 'offerWage', currency: 'EUR' } as const;

statute('offerWage', [
  ['no offer stated', {}, { ...euros, per: 'month', gte: 0 }, 'unknown'],
  ['no offer', { offer: null }, { ...euros, per: 'month', lt: 1 }, 'unmet'],
  ['pay not said', offered({}), { ...euros, per: 'month', gte: 0 }, 'unknown'],
  ['another currency', paid(9000, 'CHF', 'month'), { ...euros, per: 'month', gte: 1 }, 'unknown'],
  ['the pay itself', paid(3000, 'EUR', 'month'), { ...euros, per: 'month', gte: 3000 }, 'met'],
  ['a cent short', paid(2999.99, 'EUR', 'month'), { ...euros, per: 'month', gte: 3000 }, 'unmet'],
  ['twelve months a year', paid(3000, 'EUR', 'month'), { ...euros, per: 'year', gte: 36000 }, 'met'],
  ['and not more', paid(3000, 'EUR', 'month'), { ...euros, per: 'year', gt: 36000 }, 'unmet'],
  ['12.41 × 38.5 × 52 = 24,844.82', paid(12.41, 'EUR', 'hour', 38.5), { ...euros, per: 'year', gte: 24844.82 }, 'met'],
  ['and not more', paid(12.41, 'EUR', 'hour', 38.5), { ...euros, per: 'year', gt: 24844.82 }, 'unmet'],
  ['a twelfth: 2,070.401… a month', paid(12.41, 'EUR', 'hour', 38.5), { ...euros, per: 'month', lte: 2070.4 }, 'met'],
  ['2,500 × 12 / (40 × 52) = 14.423…', paid(2500, 'EUR', 'month', 40), { ...euros, per: 'hour', gte: 14.42 }, 'met'],
  ['is 14.42', paid(2500, 'EUR', 'month', 40), { ...euros, per: 'hour', gt: 14.42 }, 'unmet'],
  ['30.06 / 12 = 2.505, half up', paid(30.06, 'EUR', 'year'), { ...euros, per: 'month', gte: 2.51 }, 'met'],
  ['hours needed', paid(12.41, 'EUR', 'hour'), { ...euros, per: 'month', gte: 1 }, 'unknown'],
  ['hours needed for an hourly rate', paid(2500, 'EUR', 'month'), { ...euros, per: 'hour', gte: 1 }, 'unknown'],
  ['hours not needed', paid(2500, 'EUR', 'month'), { ...euros, per: 'year', gte: 30000 }, 'met'],
  ['hours not needed by the hour', paid(12.41, 'EUR', 'hour'), { ...euros, per: 'hour', gte: 12.41 }, 'met'],
  ['rounded though not converted', paid(23.945, 'EUR', 'hour'), { ...euros, per: 'hour', gte: 23.95 }, 'met'],
  ['1.005 is a half, though no binary one', paid(1.005, 'EUR', 'hour'), { ...euros, per: 'hour', gte: 1.01 }, 'met'],
  ['just under a half', paid(23.9449, 'EUR', 'hour'), { ...euros, per: 'hour', gte: 23.95 }, 'unmet'],
  ['4.35 × 40 × 52 is 9,048 exactly', paid(4.35, 'EUR', 'hour', 40), { ...euros, per: 'year', lte: 9048 }, 'met'],
  ['elsewhere', offered({ hoursPerWeek: 40 }, 'AT'), { ...euros, per: 'year', gte: 0 }, 'unmet'],
]);

statute('offerMonths', [
  ['no offer stated', {}, { fact: 'offerMonths', gte: 0 }, 'unknown'],
  ['no offer', { offer: null }, { fact: 'offerMonths', lte: 24 }, 'unmet'],
  ['length not said', offered({}), { fact: 'offerMonths', gte: 0 }, 'unknown'],
  ['the length itself', offered({ months: 24 }), { fact: 'offerMonths', gte: 24 }, 'met'],
  ['longer than that', offered({ months: 24 }), { fact: 'offerMonths', gt: 24 }, 'unmet'],
  ['elsewhere', offered({ months: 24 }, 'AT'), { fact: 'offerMonths', gte: 1 }, 'unmet'],
]);

const saved = (amount: number, currency: string) => ({ savings: { amount, currency } });

statute('savings', [
  ['not stated', {}, { fact: 'savings', currency: 'EUR', gte: 0 }, 'unknown'],
  ['nothing', saved(0, 'EUR'), { fact: 'savings', currency: 'EUR', gte: 0 }, 'met'],
  ['another currency', saved(1_000_000, 'USD'), { fact: 'savings', currency: 'EUR', gte: 1 }, 'unknown'],
  ['nothing in another currency', saved(0, 'USD'), { fact: 'savings', currency: 'EUR', gte: 1 }, 'unknown'],
  ['the amount itself', saved(13092, 'EUR'), { fact: 'savings', currency: 'EUR', gte: 13092 }, 'met'],
  ['a cent short', saved(13091.99, 'EUR'), { fact: 'savings', currency: 'EUR', gte: 13092 }, 'unmet'],
  ['not rounded', saved(13091.999, 'EUR'), { fact: 'savings', currency: 'EUR', gte: 13092 }, 'unmet'],
]);

statute('health', [
  ['not stated', {}, { fact: 'health', eq: false }, 'unknown'],
  ['cleared', { health: true }, { fact: 'health', eq: true }, 'met'],
  ['refused', { health: false }, { fact: 'health', eq: true }, 'unmet'],
  ['refused, as asked', { health: false }, { fact: 'health', eq: false }, 'met'],
]);

statute('criminalRecord', [
  ['not stated', {}, { fact: 'criminalRecord', eq: true }, 'unknown'],
  ['clear', { criminalRecord: true }, { fact: 'criminalRecord', eq: true }, 'met'],
  ['not clear', { criminalRecord: false }, { fact: 'criminalRecord', eq: true }, 'unmet'],
]);

type Stay = NonNullable<Profile['stays']>[number];
const stayed = (...stays: Stay[]) => ({ stays });
const inGermany = (from: string, to?: string): Stay => ({ country: 'DE', from, ...(to && { to, leftOnTime: true }) });

statute('stay', [
  ['not stated', {}, { fact: 'stay', withinMonths: 12, lt: 1 }, 'unknown'],
  ['never abroad', stayed(), { fact: 'stay', withinMonths: 12, lt: 1 }, 'met'],
  ['a day', stayed(inGermany('2026-11-01', '2026-11-01')), { fact: 'stay', withinMonths: 1, gte: 1 }, 'met'],
  [
    'lasts still: 23 October to 23 November',
    stayed(inGermany('2026-01-01')),
    { fact: 'stay', withinMonths: 1, gte: 32 },
    'met',
  ],
  ['and no day more', stayed(inGermany('2026-01-01')), { fact: 'stay', withinMonths: 1, gt: 32 }, 'unmet'],
  ['ends in future', stayed(inGermany('2026-11-22', '2027-05-01')), { fact: 'stay', withinMonths: 12, lte: 2 }, 'met'],
  ['begins in future', stayed(inGermany('2026-11-24')), { fact: 'stay', withinMonths: 12, lt: 1 }, 'met'],
  [
    'left the day before the window',
    stayed(inGermany('2026-03-01', '2026-08-22')),
    { fact: 'stay', withinMonths: 3, lt: 1 },
    'met',
  ],
  [
    'left on its first day',
    stayed(inGermany('2026-03-01', '2026-08-23')),
    { fact: 'stay', withinMonths: 3, lt: 1 },
    'unmet',
  ],
  [
    'overlaps once',
    stayed(inGermany('2026-11-01', '2026-11-10'), inGermany('2026-11-05', '2026-11-15')),
    { fact: 'stay', withinMonths: 1, lte: 15 },
    'met',
  ],
  [
    'on both sides of a border on one day',
    stayed(inGermany('2026-11-01', '2026-11-10'), {
      country: 'AT',
      from: '2026-11-10',
      to: '2026-11-12',
      leftOnTime: true,
    }),
    { fact: 'stay', where: ['DE', 'AT'], withinMonths: 1, lte: 12 },
    'met',
  ],
  ['elsewhere', stayed({ country: 'AT', from: '2026-01-01' }), { fact: 'stay', withinMonths: 12, lt: 1 }, 'met'],
  ['there, not here', stayed(inGermany('2026-01-01')), { fact: 'stay', where: ['AT'], withinMonths: 12, lt: 1 }, 'met'],
  [
    'a month before 31 March is the last of February: 32 days',
    stayed(inGermany('2026-01-01')),
    { fact: 'stay', withinMonths: 1, lte: 32 },
    'met',
    { on: '2027-03-31' },
  ],
  [
    'here not known',
    stayed(inGermany('2026-01-01')),
    { fact: 'stay', withinMonths: 1, gte: 0 },
    'unknown',
    { destination: undefined },
  ],
  [
    'here not needed',
    stayed(inGermany('2026-01-01')),
    { fact: 'stay', where: ['DE'], withinMonths: 1, gte: 1 },
    'met',
    { destination: undefined },
  ],
]);

const under = (pathway: string | undefined, from: string): Stay => ({
  country: 'DE',
  from,
  ...(pathway && { pathway }),
});

statute('participation', [
  ['not stated', {}, { fact: 'participation', eq: 0 }, 'unknown'],
  ['never', stayed(), { fact: 'participation', eq: 0 }, 'met'],
  ['this pathway', stayed(under('de-test', '2020-01-01')), { fact: 'participation', gte: 1 }, 'met'],
  ['another pathway', stayed(under('nz-rse', '2020-01-01')), { fact: 'participation', eq: 0 }, 'met'],
  [
    'that pathway',
    stayed(under('nz-rse', '2020-01-01')),
    { fact: 'participation', of: ['au-pev', 'nz-rse'], gte: 1 },
    'met',
  ],
  ['no pathway said', stayed(under(undefined, '2020-01-01')), { fact: 'participation', eq: 0 }, 'met'],
  ['begun today', stayed(under('de-test', '2026-11-23')), { fact: 'participation', eq: 1 }, 'met'],
  ['begins tomorrow', stayed(under('de-test', '2026-11-24')), { fact: 'participation', eq: 0 }, 'met'],
  [
    'each stay counts',
    stayed(under('de-test', '2020-01-01'), under('de-test', '2022-01-01')),
    { fact: 'participation', lt: 2 },
    'unmet',
  ],
  [
    'which one not known',
    stayed(under('de-test', '2020-01-01')),
    { fact: 'participation', eq: 0 },
    'unknown',
    { pathway: undefined },
  ],
]);

const overstayed = (leftOnTime: boolean | undefined, from = '2020-01-01', country = 'DE'): Stay =>
  leftOnTime === undefined ? { country, from } : { country, from, to: '2027-01-01', leftOnTime };

statute('overstay', [
  ['not stated', {}, { fact: 'overstay', eq: false }, 'unknown'],
  ['never abroad', stayed(), { fact: 'overstay', eq: false }, 'met'],
  ['left on time', stayed(overstayed(true)), { fact: 'overstay', eq: false }, 'met'],
  ['did not', stayed(overstayed(true), overstayed(false)), { fact: 'overstay', eq: false }, 'unmet'],
  ['did not, as asked', stayed(overstayed(false)), { fact: 'overstay', eq: true }, 'met'],
  ['there still', stayed(overstayed(undefined)), { fact: 'overstay', eq: false }, 'met'],
  ['elsewhere', stayed(overstayed(false)), { fact: 'overstay', where: ['KR'], eq: false }, 'met'],
  ['there', stayed(overstayed(false, '2020-01-01', 'KR')), { fact: 'overstay', where: ['KR'], eq: false }, 'unmet'],
  ['not begun yet', stayed(overstayed(false, '2026-11-24')), { fact: 'overstay', eq: false }, 'met'],
]);

statute('displacement', [
  ['not stated', {}, { fact: 'displacement', eq: 'none' }, 'unknown'],
  ['none, stated', { displacement: 'none' }, { fact: 'displacement', eq: 'none' }, 'met'],
  ['one of them', { displacement: 'crisis' }, { fact: 'displacement', in: ['refugee', 'crisis'] }, 'met'],
  ['another', { displacement: 'disaster' }, { fact: 'displacement', in: ['refugee', 'crisis'] }, 'unmet'],
]);

statute('dependants', [
  ['not stated', {}, { fact: 'dependants', eq: 0 }, 'unknown'],
  ['none', { dependants: 0 }, { fact: 'dependants', eq: 0 }, 'met'],
  ['two', { dependants: 2 }, { fact: 'dependants', lt: 2 }, 'unmet'],
]);

statute('licence', [
  ['not stated', {}, { fact: 'licence', of: 'B', eq: false }, 'unknown'],
  ['none held', { licences: [] }, { fact: 'licence', of: 'B', eq: true }, 'unmet'],
  ['none held, as asked', { licences: [] }, { fact: 'licence', of: 'B', eq: false }, 'met'],
  ['held', { licences: ['B', 'C'] }, { fact: 'licence', of: 'C', eq: true }, 'met'],
  ['C1 is not C', { licences: ['C1'] }, { fact: 'licence', of: 'C', eq: true }, 'unmet'],
]);

statute('declared', [
  ['nothing declared', {}, { fact: 'declared', of: 'insurance', eq: true }, 'unknown'],
  [
    'something else declared',
    { declared: { roster: true } },
    { fact: 'declared', of: 'insurance', eq: true },
    'unknown',
  ],
  ['nothing of that name', { declared: {} }, { fact: 'declared', of: 'constructor', eq: true }, 'unknown'],
  ['so', { declared: { insurance: true } }, { fact: 'declared', of: 'insurance', eq: true }, 'met'],
  ['not so', { declared: { insurance: false } }, { fact: 'declared', of: 'insurance', eq: true }, 'unmet'],
  ['not so, as asked', { declared: { insurance: false } }, { fact: 'declared', of: 'insurance', eq: false }, 'met'],
]);

statute('destination', [
  ['not known', {}, { fact: 'destination', ne: 'SA' }, 'unknown', { destination: undefined }],
  ['there', {}, { fact: 'destination', eq: 'DE' }, 'met'],
  ['one of them', {}, { fact: 'destination', in: ['SA', 'DE'] }, 'met'],
  ['ruled out', {}, { fact: 'destination', notIn: ['SA', 'DE'] }, 'unmet'],
]);

statute('pathway', [
  ['not known', {}, { fact: 'pathway', eq: 'de-test' }, 'unknown', { pathway: undefined }],
  ['this one', {}, { fact: 'pathway', eq: 'de-test' }, 'met'],
  ['another', {}, { fact: 'pathway', ne: 'de-test-2' }, 'met'],
]);

statute('pathwayKind', [
  ['not known', {}, { fact: 'pathwayKind', eq: 'training' }, 'unknown'],
  ['this one', {}, { fact: 'pathwayKind', in: ['training', 'circular'] }, 'met', { pathwayKind: 'training' }],
  ['ruled out', {}, { fact: 'pathwayKind', ne: 'training' }, 'unmet', { pathwayKind: 'training' }],
]);

statute('occupation', [
  ['not known', {}, { fact: 'occupation', eq: '22' }, 'unknown'],
  ['covered', {}, { fact: 'occupation', eq: '22' }, 'met', { occupation: '2221' }],
  ['covered, so not another', {}, { fact: 'occupation', ne: '22' }, 'unmet', { occupation: '2221' }],
  ['covered by one of them', {}, { fact: 'occupation', in: ['91', '22'] }, 'met', { occupation: '2221' }],
  ['covered by one ruled out', {}, { fact: 'occupation', notIn: ['91', '22'] }, 'unmet', { occupation: '2221' }],
  ['less exact than asked', {}, { fact: 'occupation', eq: '2221' }, 'unmet', { occupation: '22' }],
]);
