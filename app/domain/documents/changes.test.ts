import { describe, expect, it } from 'vitest';
import { type Change, changesBetween } from './changes.ts';
import { completeDocuments } from './complete-documents.ts';

const age = { id: 'age', fact: 'age', gte: 18 };
const german = { id: 'german', fact: 'language', of: 'de', gte: 'B1' };
const offer = { id: 'offer', fact: 'offer', eq: true };
const eligibility = (rule: object) => ({ eligibility: rule });

/** A change as a line: its path, what was, what is. */
function lineOf({ path, before, after }: Change): string {
  const steps = path.map((step) => Object.values(step)[0]);
  return `${steps.join(' ')}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`;
}
const linesOf = (before: object, after: object) => changesBetween(before, after).map(lineOf);

describe('what changed', () => {
  it.each(Object.values(completeDocuments))('is nothing from a document to itself', (document) => {
    expect(changesBetween(document, structuredClone(document))).toEqual([]);
  });

  it.each([
    ['a value', { status: 'open' }, { status: 'closed' }, ['status: "open" → "closed"']],
    ['what came', {}, { notes: ['x'] }, ['notes: undefined → ["x"]']],
    ['what is gone', { complaints: { phone: '1' } }, {}, ['complaints: {"phone":"1"} → undefined']],
    [
      'a part',
      { stay: { maxMonths: 12, renewable: true } },
      { stay: { maxMonths: null, renewable: true } },
      ['stay maxMonths: 12 → null'],
    ],
    [
      'a language of a text',
      { name: { en: 'A', es: 'B' } },
      { name: { en: 'A', fr: 'C' } },
      ['name es: "B" → undefined', 'name fr: undefined → "C"'],
    ],
    ['codes of a list', { origins: ['PH', 'NP', 'BD'] }, { origins: ['BD', 'LK', 'NP'] }, ['origins: ["PH"] → ["LK"]']],
    ['a list that becomes any', { origins: ['PH'] }, { origins: 'any' }, ['origins: ["PH"] → "any"']],
    ['an order alone', { origins: ['PH', 'NP'] }, { origins: ['NP', 'PH'] }, []],
    [
      'an entry by its id, wherever it stands',
      {
        costs: [
          { id: 'visa', label: { en: 'Visa' }, payer: 'worker' },
          { id: 'test', payer: 'worker' },
        ],
      },
      {
        costs: [
          { id: 'test', payer: 'employer' },
          { id: 'visa', label: { en: 'Visa' }, payer: 'worker' },
        ],
      },
      ['costs test payer: "worker" → "employer"'],
    ],
    [
      'money as a whole',
      { money: { amount: 1, currency: 'EUR' } },
      { money: { amount: 2, currency: 'EUR' } },
      ['money: {"amount":1,"currency":"EUR"} → {"amount":2,"currency":"EUR"}'],
    ],
    [
      'entries without an id, by their place',
      {
        wageFloors: [
          { per: 'hour', from: '2025-01-01' },
          { per: 'month', from: '2025-01-01' },
        ],
      },
      {
        wageFloors: [
          { per: 'month', from: '2025-01-01' },
          { per: 'hour', from: '2026-01-01' },
        ],
      },
      ['wageFloors 2 from: "2025-01-01" → "2026-01-01"'],
    ],
  ])('%s', (_, before, after, lines) => {
    expect(linesOf(before, after)).toEqual(lines);
  });

  it('names an entry as it is called now', () => {
    const [before, after] = ['Visa', 'Visa fee'].map((en) => ({
      costs: [{ id: 'visa', label: { en }, payer: 'worker' }],
    }));
    expect(changesBetween(before ?? {}, after ?? {})).toMatchObject([
      { path: [{ key: 'costs' }, { entry: 'visa', name: { en: 'Visa fee' } }, { key: 'label' }, { language: 'en' }] },
    ]);
  });
});

describe('what changed in a rule', () => {
  it('is the criterion alone where all are put together as before', () => {
    const rule = (over: object) => eligibility({ all: [age, { any: [{ ...german, ...over }, offer] }] });
    expect(changesBetween(rule({}), rule({ gte: 'B2' }))).toMatchObject([
      { kind: 'rule', path: [{ key: 'eligibility' }], before: german, after: { ...german, gte: 'B2' } },
    ]);
  });

  it('is the condition that came or went', () => {
    expect(changesBetween(eligibility({ all: [age, german] }), eligibility({ all: [offer, age] }))).toMatchObject([
      { before: german, after: undefined },
      { before: undefined, after: offer },
    ]);
  });

  it('is the whole part where an alternative came: read alone it would seem to be required', () => {
    expect(
      changesBetween(
        eligibility({ all: [age, { any: [german] }] }),
        eligibility({ all: [age, { any: [german, offer] }] }),
      ),
    ).toEqual([
      { kind: 'rule', path: [{ key: 'eligibility' }], before: { any: [german] }, after: undefined },
      { kind: 'rule', path: [{ key: 'eligibility' }], before: undefined, after: { any: [german, offer] } },
    ]);
  });

  it('is the whole rule where it is put together otherwise', () => {
    const [before, after] = [{ any: [age, german] }, { all: [age, german] }];
    expect(changesBetween(eligibility(before), eligibility(after))).toEqual([
      { kind: 'rule', path: [{ key: 'eligibility' }], before, after },
    ]);
  });
});
