import { describe, expect, it } from 'vitest';
import type { Pathway, PersonRule, Profile } from '../../../app/domain/documents/index.ts';
import type { Finding } from '../../../app/domain/rule/finding.ts';
import { aPathway } from '../documents.ts';
import { findings, judge, verdictOn } from './interpreter.ts';
import { numbered } from './rewrite.ts';

const on = '2026-11-23';
const profile: Profile = { type: 'profile', declared: { yes: true, no: false } };

const says = (of: string): PersonRule => ({ id: of, fact: 'declared', of, eq: true });
const [met, unmet, unknown] = [says('yes'), says('no'), says('nobody-knows')];

const forms: [what: string, rule: PersonRule, expected: Finding][] = [
  ['all of nothing', { all: [] }, 'met'],
  ['all met', { all: [met, met] }, 'met'],
  ['all, one unknown', { all: [met, unknown] }, 'unknown'],
  ['all, one unmet among unknown', { all: [unknown, unmet, met] }, 'unmet'],
  ['any of nothing', { any: [] }, 'unmet'],
  ['any, one met among unknown', { any: [unknown, met, unmet] }, 'met'],
  ['any, one unknown', { any: [unmet, unknown] }, 'unknown'],
  ['any, none met', { any: [unmet, unmet] }, 'unmet'],
  ['none of nothing', { none: [] }, 'met'],
  ['none, one met', { none: [unknown, met] }, 'unmet'],
  ['none, one unknown', { none: [unmet, unknown] }, 'unknown'],
  ['none, all unmet', { none: [unmet, unmet] }, 'met'],
  ['none of none', { none: [{ none: [met] }] }, 'met'],
  ['at least 0 of nothing', { atLeast: 0, of: [] }, 'met'],
  ['at least 1 of nothing', { atLeast: 1, of: [] }, 'unmet'],
  ['at least 2, two met', { atLeast: 2, of: [met, unmet, unknown, met] }, 'met'],
  ['at least 2, one met, one unknown', { atLeast: 2, of: [met, unmet, unknown] }, 'unknown'],
  ['at least 2, one met, none unknown', { atLeast: 2, of: [met, unmet, unmet] }, 'unmet'],
  ['at least 3 of two', { atLeast: 3, of: [met, unknown] }, 'unmet'],
];

describe('forms', () => {
  it.each(forms)('%s', (_, rule, expected) => expect(judge(rule, { profile, on })).toBe(expected));
});

const item = (points: number, when: PersonRule, group?: string) => ({ id: 'i', points, when, ...(group && { group }) });

type PointsCase = [what: string, rule: PersonRule, expected: Finding, lowest: number, highest: number];
const points: PointsCase[] = [
  ['no item, nothing asked', { points: { pass: 0, items: [] } }, 'met', 0, 0],
  ['no item, something asked', { points: { pass: 0.1, items: [] } }, 'unmet', 0, 0],
  ['a pass below nothing', { points: { pass: -1, items: [item(1, unmet)] } }, 'met', 0, 0],
  ['reached by the met ones', { points: { pass: 3, items: [item(3, met), item(9, unmet)] } }, 'met', 3, 3],
  ['open', { points: { pass: 3, items: [item(2, met), item(1, unknown)] } }, 'unknown', 2, 3],
  ['out of reach', { points: { pass: 3.5, items: [item(2, met), item(1, unknown)] } }, 'unmet', 2, 3],
  ['decimals', { points: { pass: 0.3, items: [item(0.1, met), item(0.2, met)] } }, 'met', 0.3, 0.3],
  [
    'a group cut at its maximum',
    { points: { pass: 5, items: [item(3, met, 'g'), item(3, met, 'g')], groupMax: { g: 4 } } },
    'unmet',
    4,
    4,
  ],
  [
    'a group cut, and one outside it',
    {
      points: {
        pass: 5,
        items: [item(3, met, 'g'), item(3, unknown, 'g'), item(1, unknown)],
        groupMax: { g: 4 },
      },
    },
    'unknown',
    3,
    5,
  ],
  [
    'two groups apart',
    {
      points: {
        pass: 4,
        items: [item(3, met, 'g'), item(3, met, 'h')],
        groupMax: { g: 2, h: 2 },
      },
    },
    'met',
    4,
    4,
  ],
  [
    'groups without a maximum, one named like something inherited',
    { points: { pass: 4, items: [item(3, met, 'constructor'), item(1, met, 'constructor')] } },
    'met',
    4,
    4,
  ],
  [
    'a group that is worth nothing',
    { points: { pass: 1, items: [item(3, met, 'g')], groupMax: { g: 0, unused: 9 } } },
    'unmet',
    0,
    0,
  ],
];

const judged = (over: Partial<Pathway>, who: Profile = profile, day = on) => verdictOn(aPathway(over), who, day);

describe('points', () => {
  it.each(points)('%s', (_, rule, expected, lowest, highest) => {
    expect(judge(rule, { profile, on })).toBe(expected);
    const pass = 'points' in rule ? rule.points.pass : undefined;
    expect(judged({ eligibility: numbered(rule) }).points).toEqual([{ lowest, highest, pass }]);
  });

  it('more unknown items than can be tried reach from none of them to all of them', () => {
    const many = Array.from({ length: 40 }, () => item(0.1, unknown));
    const reach = (pass: number) => judge({ points: { pass, items: many } }, { profile, on });
    expect([reach(0), reach(4), reach(4.01)]).toEqual(['met', 'unknown', 'unmet']);
  });

  it('are listed in the order of the document, an outer test before those within it', () => {
    const test = (pass: number, ...inner: PersonRule[]): PersonRule => ({
      points: { pass, items: inner.map((when) => item(1, when)) },
    });
    const rule: PersonRule = {
      all: [test(1, test(2, met), test(3, unknown)), { none: [test(4)] }, { atLeast: 1, of: [test(5)] }],
    };
    expect(judged({ eligibility: numbered(rule) }).points.map(({ pass }) => pass)).toEqual([1, 2, 3, 4, 5]);
  });
});

it('every criterion has its own finding, below a met any and under none too', () => {
  const named = (id: string, of: string): PersonRule => ({ id, fact: 'declared', of, eq: true });
  const rule: PersonRule = {
    any: [
      named('a', 'yes'),
      { none: [named('b', 'yes'), named('c', 'nobody-knows')] },
      { atLeast: 1, of: [named('d', 'no')] },
      { points: { pass: 9, items: [item(1, { all: [named('e', 'no'), named('f', 'yes')] })] } },
    ],
  };
  expect([...findings(rule, { profile, on })]).toEqual([
    ['a', 'met'],
    ['b', 'met'],
    ['c', 'unknown'],
    ['d', 'unmet'],
    ['e', 'unmet'],
    ['f', 'met'],
  ]);
});

const from = (...nationalities: string[]): Profile => ({ type: 'profile', nationalities });
const untold: Profile = { type: 'profile' };

type OriginCase = [what: string, pathway: Partial<Pathway>, who: Profile, finding?: Finding];
const origins: OriginCase[] = [
  ['anybody', { origins: 'any' }, from('US')],
  ['anybody, nothing excepted', { origins: 'any', exceptOrigins: [] }, untold],
  ['listed', { origins: ['PH', 'NP'] }, from('NP'), 'met'],
  ['one of two listed', { origins: ['PH', 'NP'] }, from('US', 'NP'), 'met'],
  ['not listed', { origins: ['PH', 'NP'] }, from('US'), 'unmet'],
  ['stateless', { origins: ['PH', 'NP'] }, from(), 'unmet'],
  ['not stated', { origins: ['PH', 'NP'] }, untold, 'unknown'],
  ['nobody', { origins: [] }, from('US'), 'unmet'],
  ['anybody but some', { origins: 'any', exceptOrigins: ['IR'] }, from('US'), 'met'],
  ['anybody but some, stateless', { origins: 'any', exceptOrigins: ['IR'] }, from(), 'met'],
  ['excepted', { origins: 'any', exceptOrigins: ['IR'] }, from('US', 'IR'), 'unmet'],
  ['anybody but some, not stated', { origins: 'any', exceptOrigins: ['IR'] }, untold, 'unknown'],
  ['listed and excepted', { origins: ['PH', 'IR'], exceptOrigins: ['IR'] }, from('IR'), 'unmet'],
  ['one listed, the other excepted', { origins: ['PH'], exceptOrigins: ['IR'] }, from('PH', 'IR'), 'unmet'],
];

const verdicts = { met: 'eligible', unmet: 'ineligible', unknown: 'possible' } as const;

describe('the implied origin', () => {
  it.each(origins)('%s', (_, over, who, finding) => {
    const { verdict, findings: found } = judged(over, who);
    expect(found.get('origin')).toBe(finding);
    expect(verdict).toBe(verdicts[finding ?? 'met']);
  });

  it('comes before the others, and the worse of the two is the verdict', () => {
    const { verdict, findings: found } = judged({ origins: ['PH'], eligibility: unknown }, from('US'));
    expect(verdict).toBe('ineligible');
    expect([...found]).toEqual([
      ['origin', 'unmet'],
      ['nobody-knows', 'unknown'],
    ]);
  });
});

describe('in effect', () => {
  it.each([
    ['2025-12-31', '2026-12-31', '2025-12-31', 'eligible'],
    ['2025-12-31', '2026-12-31', '2025-12-30', null],
    ['2025-12-31', '2026-12-31', '2026-12-31', 'eligible'],
    ['2025-12-31', '2026-12-31', '2027-01-01', null],
    ['2025-12-31', null, '2100-01-01', 'eligible'],
    ['2025-12-31', undefined, '2100-01-01', 'eligible'],
  ])('from %s to %s, on %s: %s', (first, last, day, verdict) => {
    expect(judged({ origins: 'any', effective: { from: first, to: last } }, untold, day).verdict).toBe(verdict);
  });

  it.each(['open', 'closed', 'suspended', 'announced'] as const)('the status %s changes no verdict', (status) => {
    expect(judged({ origins: 'any', status }).verdict).toBe('eligible');
  });
});

it('here and this pathway are those of the pathway', () => {
  const rule: PersonRule = {
    all: [
      { id: 'offer', fact: 'offer', eq: true },
      { id: 'been', fact: 'participation', eq: 1 },
      { id: 'days', fact: 'stay', withinMonths: 12, lte: 3 },
    ],
  };
  const who: Profile = {
    type: 'profile',
    offer: { destination: 'DE' },
    stays: [{ country: 'DE', from: '2026-11-21', pathway: 'de-test' }],
  };
  expect(judged({ origins: 'any', eligibility: rule }, who).verdict).toBe('eligible');
});
