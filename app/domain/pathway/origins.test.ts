import { expect, it } from 'vitest';
import { isOpenTo } from './origins.ts';

it.each([
  ['a listed state', { origins: ['PH', 'NP'] }, 'NP', true],
  ['a state not listed', { origins: ['PH'] }, 'NP', false],
  ['any state', { origins: 'any' as const }, 'NP', true],
  ['any state but this', { origins: 'any' as const, exceptOrigins: ['NP'] }, 'NP', false],
  ['listed and excepted: the exception wins', { origins: ['NP'], exceptOrigins: ['NP'] }, 'NP', false],
])('%s', (_, terms, country, open) => expect(isOpenTo(terms, country)).toBe(open));
