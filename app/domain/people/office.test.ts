import { expect, it } from 'vitest';
import { chainOf } from '../audit/chain.ts';
import { officeOf, stateOf } from './office.ts';
import { OPERATOR, type Who } from './who.ts';

const token = { kind: 'token', token: '0b9f6a52-0d0e-4f86-9a52-3f6a0b9f6a52' } as const;

it.each<[string, Who, string | undefined]>([
  ['a ministry', { ...token, role: 'origin-ministry', state: 'NP' }, 'ministry-np'],
  ['an agency of a ministry', { ...token, role: 'origin-ministry', state: 'NP', organisation: 'np-dofe' }, 'np-dofe'],
  ['an employer', { ...token, role: 'employer', organisation: 'acme-care' }, 'acme-care'],
  ['an employer that is not named', { ...token, role: 'employer' }, undefined],
  ['an administrator', { ...token, role: 'administrator' }, undefined],
  ['the command line', OPERATOR, undefined],
])('the office of %s', (_, who, office) => {
  expect(officeOf(who)).toBe(office);
  expect(chainOf(who)).toBe(office ?? 'site');
});

it('tells a labour ministry from every other office', () => {
  expect(['ministry-np', 'np-dofe', 'ministry-of-truth'].map(stateOf)).toEqual(['NP', undefined, undefined]);
});
