import { describe, expect, it } from 'vitest';
import { aPathway } from '../../../test/support/documents.ts';
import { isPrivateQuestion, privateDeclarations } from './private.ts';
import { declaration, findQuestion } from './question.ts';

const pathway = aPathway({
  eligibility: {
    all: [
      { id: 'a', fact: 'declared', of: 'q-7', eq: true, label: { en: 'Lives with HIV' } },
      { id: 'b', fact: 'declared', of: 'roster', eq: true, label: { en: 'On the list of the ministry' } },
      { id: 'c', fact: 'declared', of: 'insurance', eq: true, label: { en: 'Travel and medical insurance' } },
    ],
  },
});
const isPrivate = privateDeclarations([pathway]);

describe('what is declared is private', () => {
  it.each([
    ['prison-sentence', true],
    ['asylum-seeker-certificate', true],
    ['victim-of-trafficking', true],
    ['tb-test-country', true],
    ['deposit-or-penalty-contract', true],
    ['roster', false],
    ['insurance', false],
    ['tbilisi-office', false],
    ['recruited-at-home', false],
  ])('by its id: %s, %s', (of, expected) => expect(isPrivate(of)).toBe(expected));

  it('by the label that a pathway gives it', () => expect(isPrivate('q-7')).toBe(true));
  it('by its id alone where no pathway is known', () => expect(privateDeclarations([])('q-7')).toBe(false));
});

describe('a question is private', () => {
  it.each(['health', 'criminal-record', 'displacement'])('%s', (id) => {
    const question = findQuestion(id);
    expect(question && isPrivateQuestion(question, isPrivate)).toBe(true);
  });
  it('where what it asks to be declared is', () => {
    expect(isPrivateQuestion(declaration('q-7'), isPrivate)).toBe(true);
    expect(isPrivateQuestion(declaration('roster'), isPrivate)).toBe(false);
  });
});
