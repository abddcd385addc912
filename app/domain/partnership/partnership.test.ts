import { describe, expect, it } from 'vitest';
import { aPathway } from '../../../test/support/documents.ts';
import { aPartnership } from '../../../test/support/partnerships.ts';
import { parseAs } from '../documents/index.ts';
import type { Who } from '../people/who.ts';
import { mayWith, outgrownBy } from './fit-pathway.ts';
import { PARTNERSHIP_KINDS, Partnership } from './partnership.ts';

const problemsOf = (over: object) => {
  const parsed = parseAs(Partnership, { ...aPartnership(), ...over });
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path);
};

it('is kept as it came in', () => {
  const parsed = parseAs(Partnership, aPartnership());
  expect(parsed).toEqual({ ok: true, document: aPartnership() });
});

it.each<[string, object, string[]]>([
  ['ends before it begins', { endsOn: '2027-01-31' }, ['/endsOn']],
  ['is applied for after it began', { applyBy: '2027-02-02' }, ['/applyBy']],
  ['ends and is applied for on its first day', { endsOn: '2027-02-01', applyBy: '2027-02-01' }, []],
  ['has fewer seats than none', { seats: { away: -1, home: 0 } }, ['/seats/away']],
  ['has seats on one track alone', { seats: { away: 1 } }, ['/seats/home']],
  [
    'is recognised nowhere',
    { certificate: { name: { en: 'x' }, by: 'y', recognisedIn: [] } },
    ['/certificate/recognisedIn'],
  ],
  ['lets somebody else pay', { costs: [{ label: { en: 'x' }, payer: 'family' }] }, ['/costs/0/payer']],
  ['has no source', { source: undefined }, ['/source']],
  ['says more than there is', { grants: 3 }, ['/grants']],
])('that %s', (_, over, paths) => {
  expect(problemsOf(over)).toEqual(paths);
});

describe('under a pathway', () => {
  const misfit = (over: Parameters<typeof aPathway>[0], country = 'PH') =>
    outgrownBy({ provider: { name: 'x', country } }, aPathway({ kind: 'training', ...over }), '2026-11-26');

  it.each(PARTNERSHIP_KINDS)('of the kind %s it fits', (kind) => expect(misfit({ kind })).toBeUndefined());
  it('that is not there, it does not', () =>
    expect(outgrownBy(aPartnership(), undefined, '2026-11-26')).toBe('no-pathway'));
  it.each<[string, Parameters<typeof aPathway>[0], string | undefined]>([
    ['closed', { status: 'closed' }, 'shut'],
    ['suspended', { status: 'suspended' }, 'shut'],
    ['that ended yesterday', { effective: { from: '2025-01-01', to: '2026-11-25' } }, 'shut'],
    ['that ends today', { effective: { from: '2025-01-01', to: '2026-11-26' } }, undefined],
  ])('%s, it does so or not', (_, over, expected) => expect(misfit(over)).toBe(expected));
  it('of another kind, it does not', () => expect(misfit({ kind: 'seasonal' })).toBe('kind'));
  it('its provider is in one of the origins', () => expect(misfit({}, 'KE')).toBe('provider'));
  it('that is open to all but some, its provider is in none of these', () => {
    const open = { origins: 'any' as const, exceptOrigins: ['KE'] };
    expect([misfit(open, 'KE'), misfit(open, 'NP')]).toEqual(['provider', undefined]);
  });
});

it.each<[string, Who, boolean]>([
  ['the ministry where people are trained', { kind: 'token', token: 't', role: 'origin-ministry', state: 'PH' }, true],
  [
    'the ministry where their way leads',
    { kind: 'token', token: 't', role: 'destination-ministry', state: 'DE' },
    true,
  ],
  ['an origin’s of the destination', { kind: 'token', token: 't', role: 'origin-ministry', state: 'DE' }, false],
  ['a destination’s of the origin', { kind: 'token', token: 't', role: 'destination-ministry', state: 'PH' }, false],
  ['an administrator', { kind: 'account', account: 'a', role: 'administrator' }, false],
  ['a visitor', { kind: 'visitor' }, false],
])('%s publishes it and takes its seats: %#', (_, who, allowed) => {
  const between = { origin: 'PH', destination: 'DE' };
  expect([mayWith(who, 'publish-partnership', between), mayWith(who, 'take-seats', between)]).toEqual([
    allowed,
    allowed,
  ]);
});
