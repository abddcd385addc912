import { expect, it } from 'vitest';
import type { PersonCriterion, Points } from '../rule/rule.ts';
import { completeDocuments } from './complete-documents.ts';
import { parseDocumentOf } from './parse.ts';
import { rulesOf, warningsOf } from './warnings.ts';

function warned(changes: object): string[] {
  const parsed = parseDocumentOf('pathway', { ...completeDocuments.pathway, ...changes });
  expect(parsed).toMatchObject({ ok: true });
  return parsed.ok ? warningsOf(parsed.document).map(({ path, message }) => `${path}: ${message}`) : [];
}

const points = (test: Points<PersonCriterion>) => ({ eligibility: { none: [{ points: test }] } });
const item = (id: string, given: number, group?: string) => ({
  id,
  points: given,
  when: { all: [] },
  ...(group && { group }),
});

it('nothing to warn of', () => expect(warned({})).toEqual([]));

it.each([
  ['a pass that every item just gives', { pass: 3, items: [item('a', 1), item('b', 2)] }, []],
  ['a pass in decimals', { pass: 0.3, items: [item('a', 0.1), item('b', 0.2)] }, []],
  [
    'a pass out of reach',
    { pass: 4, items: [item('a', 1), item('b', 2)] },
    ['/eligibility/none/0/points/pass: nobody can reach 4: all items together give 3 at most'],
  ],
  [
    'a pass out of reach by a group cut short',
    { pass: 3, items: [item('a', 1, 'g'), item('b', 2, 'g')], groupMax: { g: 2 } },
    ['/eligibility/none/0/points/pass: nobody can reach 3: all items together give 2 at most'],
  ],
  [
    'a group that no item uses',
    { pass: 1, items: [item('a', 1, 'g')], groupMax: { g: 1, h: 1 } },
    ['/eligibility/none/0/points/groupMax/h: no item is in the group "h"'],
  ],
  ['a group named like an inherited property', { pass: 1, items: [item('a', 1, 'constructor')] }, []],
])('%s', (_, test, expected) => expect(warned(points(test))).toEqual(expected));

it('an exception among the origins', () => {
  expect(warned({ exceptOrigins: ['LA', 'NP'] })).toEqual([
    '/exceptOrigins/1: NP is in "origins" too: the exception wins',
  ]);
  expect(warned({ origins: 'any', exceptOrigins: ['LA'] })).toEqual([]);
});

it('a season where a source should have a day', () => {
  expect(warned({ sources: [{ id: 's1', title: 'Guide', asOf: '2023-24-01' }] })).toEqual([
    '/sources/0/asOf: "2023-24-01" is a season, not a date',
  ]);
});

it('rules are found wherever they stand', () => {
  const placesOf = (type: 'pathway' | 'procedure' | 'vacancy' | 'quota' | 'profile') => {
    const parsed = parseDocumentOf(type, completeDocuments[type]);
    return parsed.ok ? rulesOf(parsed.document).map(({ path }) => path) : [];
  };
  expect(placesOf('pathway')).toEqual(['/eligibility', '/stay/caps/0/when', '/wageFloors/0/when']);
  expect(placesOf('procedure')).toEqual(['/steps/1/when', '/bars/0/when']);
  expect(placesOf('vacancy')).toEqual(['/requires']);
  expect(placesOf('quota')).toEqual([]);
  expect(placesOf('profile')).toEqual([]);
});
