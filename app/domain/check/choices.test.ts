import { expect, it } from 'vitest';
import { aPathway } from '../../../test/support/documents.ts';
import { choicesOf } from './choices.ts';
import { type CheckQuestion, findQuestion } from './question.ts';

const pathways = [
  aPathway({
    id: 'a',
    eligibility: {
      any: [
        { id: 'german', fact: 'language', of: 'de', gte: 'B1' },
        { id: 'english', fact: 'language', of: 'en', gte: 'B1' },
        { id: 'ielts', fact: 'test', of: 'ielts-overall', gte: 6 },
      ],
    },
  }),
  aPathway({
    id: 'b',
    eligibility: {
      all: [
        { id: 'german', fact: 'language', of: 'de', gte: 'A1' },
        { id: 'savings', fact: 'savings', currency: 'EUR', gte: 1000 },
        { id: 'lorry', fact: 'licence', of: 'C', eq: true },
      ],
    },
  }),
];

const question = (id: string): CheckQuestion => {
  const found = findQuestion(id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
};

it.each([
  ['languages', ['de', 'en']],
  ['tests', ['ielts-overall']],
  ['savings', ['EUR']],
  ['licences', ['C']],
  ['birth-date', []],
  ['declared-roster', []],
])('%s may be chosen from what any pathway names: %j', (id, expected) =>
  expect(choicesOf(question(id), pathways)).toEqual(expected),
);
