import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { Country, Occupation } from '../../app/domain/documents/codes.ts';
import { completeDocuments } from '../../app/domain/documents/complete-documents.ts';
import { limits } from '../../app/domain/documents/index.ts';
import { Pathway } from '../../app/domain/documents/pathway.ts';
import { Profile } from '../../app/domain/documents/profile.ts';
import { compilePathway } from '../../app/domain/eligibility/evaluate.ts';
import type { Finding } from '../../app/domain/rule/finding.ts';
import { Person } from '../../app/domain/rule/person.ts';
import { PersonRule } from '../../app/domain/rule/rule.ts';
import { pathwayToSql, ruleToSql } from '../../db/rule-to-sql.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway, seedDocuments } from '../support/documents.ts';
import { findingsInDomain, findingsInSql, storePeople } from '../support/stored-people.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

const pathways = seedDocuments.pathway().map((pathway) => Pathway.parse(pathway));

const monthAt = (at: number) => `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;

/** Both executors' answers for one profile and one rule. */
async function bothAnswers(profile: Omit<Profile, 'type'>, rule: PersonRule, on = '2026-11-23') {
  const asking = { destination: 'DE', pathway: 'de-test', on };
  const one: Profile = { type: 'profile', ...profile };
  await storePeople(database.db, [one]);
  const [inSql] = await findingsInSql(database.db, ruleToSql(rule, asking));
  return [inSql, ...findingsInDomain(rule, [one], asking)];
}

const criterion = (asked: { fact: string; [key: string]: unknown }): PersonRule =>
  PersonRule.parse({ id: 'c', ...asked });

const MANY = Occupation.options.filter((code) => code.length === 4);

/** What lies at the edge of what documents can say. */
const edges: [string, Omit<Profile, 'type'>, PersonRule, on: string, Finding][] = [
  ['born in the first year', { birthDate: '0001-01-01' }, criterion({ fact: 'age', gte: 1 }), '0001-12-31', 'unmet'],
  [
    'an age that nobody can have yet',
    { birthDate: '0001-01-01' },
    criterion({ fact: 'age', gte: 120 }),
    '0050-01-01',
    'unmet',
  ],
  [
    'the last day there is',
    { stays: [{ country: 'DE', from: '9999-12-31' }] },
    criterion({ fact: 'stay', withinMonths: 1, gte: 1 }),
    '9999-12-31',
    'met',
  ],
  [
    'a window from before all calendars',
    { stays: [{ country: 'DE', from: '0001-01-01' }] },
    criterion({ fact: 'stay', withinMonths: 12_000, lt: 365 }),
    '0001-12-31',
    'unmet',
  ],
  [
    'a test in such a window',
    { tests: [{ test: 'ielts', score: 6, takenOn: '0001-01-01' }] },
    criterion({ fact: 'test', of: 'ielts', withinMonths: 12_000, gte: 6 }),
    '0001-01-01',
    'met',
  ],
  [
    'work in such a window',
    { experience: [{ occupation: '2221', from: '0001-01' }] },
    criterion({ fact: 'experience', withinMonths: 12_000, gte: 12_000 }),
    '9999-12-31',
    'met',
  ],
  [
    'more dependants than a word of 32 bits holds',
    { dependants: 1e12 },
    criterion({ fact: 'dependants', gt: 4_294_967_296 }),
    '2026-11-23',
    'met',
  ],
  [
    'the longest training that a document may hold',
    { qualifications: [{ occupation: '2', trainingMonths: 12_000, recognisedIn: [] }] },
    criterion({ fact: 'training', lte: 12_000 }),
    '2026-11-23',
    'met',
  ],
  [
    'the largest number',
    { savings: { amount: 1e15, currency: 'EUR' } },
    criterion({ fact: 'savings', currency: 'EUR', gt: 999_999_999_999_999.8 }),
    '2026-11-23',
    'met',
  ],
  [
    'the smallest number',
    { tests: [{ test: 'ielts', score: 5e-324, takenOn: '2026-01-01' }] },
    criterion({ fact: 'test', of: 'ielts', gt: 0 }),
    '2026-11-23',
    'met',
  ],
  [
    'a score below nothing',
    { tests: [{ test: 'ielts', score: -1, takenOn: '2026-01-01' }] },
    criterion({ fact: 'test', of: 'ielts', gt: -1.5 }),
    '2026-11-23',
    'met',
  ],
  [
    'tenths',
    { savings: { amount: 0.3, currency: 'EUR' } },
    criterion({ fact: 'savings', currency: 'EUR', gte: 0.3 }),
    '2026-11-23',
    'met',
  ],
  [
    'a licence in characters that PostgreSQL does not store',
    { licences: ['\u0000', '\ud800'] },
    criterion({ fact: 'licence', of: '\ud800', eq: true }),
    '2026-11-23',
    'met',
  ],
  [
    'another such licence',
    { licences: ['\ud800'] },
    criterion({ fact: 'licence', of: '\ufffd', eq: true }),
    '2026-11-23',
    'unmet',
  ],
  [
    'a quotation mark in a licence',
    { licences: ['"B"'] },
    criterion({ fact: 'licence', of: '"B"', eq: true }),
    '2026-11-23',
    'met',
  ],
  [
    'a thousand jobs, each in another month',
    {
      experience: Array.from({ length: 1_000 }, (_, at) => ({
        occupation: '2221',
        from: monthAt(2 * at),
        to: monthAt(2 * at),
      })),
    },
    criterion({ fact: 'experience', of: ['22', '2221', '9'], gte: 1_000 }),
    '2200-01-01',
    'met',
  ],
  [
    'work in any of many occupations',
    {
      experience: [
        { occupation: '9412', from: '2024-01', to: '2024-12' },
        { occupation: '2221', from: '2024-07', to: '2025-06' },
      ],
    },
    criterion({ fact: 'experience', of: MANY, gte: 18 }),
    '2026-11-23',
    'met',
  ],
  ['none in any of many', { experience: [] }, criterion({ fact: 'experience', of: MANY, lt: 1 }), '2026-11-23', 'met'],
  [
    'training in any of many',
    {
      qualifications: [
        { occupation: '9412', trainingMonths: 6, recognisedIn: [] },
        { occupation: '2221', trainingMonths: 12, recognisedIn: [] },
      ],
    },
    criterion({ fact: 'training', of: MANY, gt: 11 }),
    '2026-11-23',
    'met',
  ],
  [
    'none for any of many',
    { qualifications: [] },
    criterion({ fact: 'training', of: MANY, lt: 1 }),
    '2026-11-23',
    'met',
  ],
  [
    'a stay in any of many countries',
    {
      stays: [
        { country: 'NZ', from: '2026-11-22', to: '2026-11-23', leftOnTime: true },
        { country: 'DE', from: '2026-11-23' },
      ],
    },
    criterion({ fact: 'stay', where: Country.options, withinMonths: 1, gte: 3 }),
    '2026-11-23',
    'unmet',
  ],
];

describe('at its edges', () => {
  it.each(edges)('%s', async (_, profile, rule, on, finding) => {
    expect(await bothAnswers(profile, rule, on)).toEqual([finding, finding]);
  });
});

/** The complete profile, and for each of its keys one that does not state it. */
const complete = Profile.parse(completeDocuments.profile);
const people: Profile[] = [
  complete,
  ...Object.keys(complete).map((key) => {
    const { [key]: _, ...rest }: Record<string, unknown> = complete;
    return Profile.parse({ ...rest, type: 'profile' });
  }),
  Profile.parse({ ...complete, nationalities: ['XK'], offer: null, stays: [], experience: [], qualifications: [] }),
];

describe('a pathway', () => {
  beforeAll(() => storePeople(database.db, people));

  it.each(pathways)('$id comes to what the domain says', async (pathway) => {
    const on = pathway.effective.to ?? pathway.effective.from;
    const { judge } = compilePathway(pathway);
    const finding = pathwayToSql(pathway, on);
    const inSql = finding && (await findingsInSql(database.db, finding));
    expect(inSql).toEqual(people.map((profile) => judge(new Person(profile, on)).finding));
  });

  it('has no answer on a day on which it is not in effect', () => {
    const pathway = aPathway({ effective: { from: '2025-01-01', to: '2025-12-31' } });
    expect(pathwayToSql(pathway, '2024-12-31')).toBeUndefined();
    expect(pathwayToSql(pathway, '2025-12-31')).toBeDefined();
    expect(pathwayToSql(pathway, '2026-01-01')).toBeUndefined();
  });
});

const adult = criterion({ fact: 'age', gte: 18 });
const speaks = criterion({ fact: 'language', of: 'de', gte: 'B1' });
const times = (count: number, rule: PersonRule) => Array.from({ length: count }, () => rule);
const nested = (depth: number, within: (rule: PersonRule) => PersonRule): PersonRule =>
  depth === 0 ? adult : within(nested(depth - 1, within));
const item = (when: PersonRule, at: number, points = 1) => ({ id: `i-${at}`, points, when });

/** As large as documents may be, and larger than anybody means. */
const large: [string, PersonRule][] = [
  ['all of as many criteria as a document may hold', { all: times(limits.criteria, adult) }],
  ['any of as many entries as a list may hold', { any: times(limits.entries, { any: [] }) }],
  ['at least half of as many', { atLeast: limits.criteria / 2, of: times(limits.criteria, adult) }],
  ['some of counted ones', { atLeast: 2, of: times(2_000, { atLeast: 1, of: [adult, speaks] }) }],
  [
    'points as many as a test may hold',
    { points: { pass: 250.5, items: times(limits.pointsItems, adult).map((when, at) => item(when, at, 0.7)) } },
  ],
  [
    'points larger than whole numbers are exact',
    { points: { pass: 1e300, items: [item(adult, 1, 9e299), item(adult, 2, 9e299), item(speaks, 3, 1e-3)] } },
  ],
  [
    'as many occupations as a document may name',
    { all: times(Math.floor(limits.values / (MANY.length + 6)), criterion({ fact: 'experience', of: MANY, lt: 1 })) },
  ],
  ['as deep as rules may be', nested(limits.ruleDepth - 1, (rule) => ({ all: [adult, { any: [rule] }] }))],
  ['counted as deep as rules may be', nested(limits.ruleDepth, (rule) => ({ atLeast: 2, of: [speaks, adult, rule] }))],
  [
    'added as deep as rules may be',
    nested(limits.ruleDepth / 2, (rule) => ({
      points: { pass: 2, items: [rule, adult, adult].map((when, at) => item(when, at)), groupMax: { g: 1 } },
    })),
  ],
];

describe('however large a document may make it', () => {
  it.each(large)('%s', async (_, rule) => {
    const [inSql, inDomain] = await bothAnswers({ birthDate: '2000-01-01' }, rule);
    expect(inSql).toBe(inDomain);
  });
});

describe('of a rule that few meet', () => {
  beforeAll(async () => {
    await database.db.deleteFrom('profile_facts').execute();
    await sql`
      insert into profile_facts (profile, birth_date, nationalities, residence, language_levels, tests)
      select gen_random_uuid(), date '1960-01-01' + at % 20000, array[case when at % 200 = 0 then 'PH' else 'IN' end], case when at % 200 = 1 then 'PH' else 'IN' end,
        array[case when at % 200 = 2 then 'de:A1' else 'en:A1' end], jsonb_build_array(jsonb_build_object('test', case when at % 200 = 3 then 'eps-topik' else 'ielts' end, 'score', at, 'takenOn', '2026-01-01'))
      from generate_series(1, 20000) at`.execute(database.db);
    await sql`vacuum analyze profile_facts`.execute(database.db);
  });

  const selective: [string, PersonRule, index: string][] = [
    ['an age', criterion({ fact: 'age', eq: 40 }), 'birth_date'],
    ['a nationality', criterion({ fact: 'nationality', in: ['PH', 'NP'] }), 'nationalities'],
    ['a country of residence', criterion({ fact: 'residence', eq: 'PH' }), 'residence'],
    ['a language', criterion({ fact: 'language', of: 'de', gte: 'A1' }), 'language_levels'],
    ['a test', criterion({ fact: 'test', of: 'eps-topik', gte: 1 }), 'tests'],
  ];

  it.each(selective)('an index of %s finds those, whatever else is asked', async (_, rare, index) => {
    const rule: PersonRule = {
      all: [adult, rare, { any: [speaks, { none: [criterion({ fact: 'health', eq: false })] }] }],
    };
    const met = ruleToSql(rule, { destination: 'DE', pathway: 'de-test', on: '2026-11-23' });
    const { rows } = await sql<{
      'QUERY PLAN': string;
    }>`explain select profile from profile_facts where ${met}`.execute(database.db);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(
      new RegExp(`Index Scan (on|using) profile_facts_${index}_idx`),
    );
  });
});
