import { beforeAll, describe, expect, it } from 'vitest';
import { findPathway } from '../../db/queries/pathway.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { aPathway } from '../support/documents.ts';
import { importAll } from '../support/imports.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

const upTo = (age: number, from = '2025-01-01') =>
  aPathway({ id: 'tested', effective: { from, to: null }, eligibility: { id: 'age-max', fact: 'age', lte: age } });

const theForty = (over: object = {}) => ({
  type: 'pathway-test',
  id: 'forty',
  pathway: 'tested',
  on: '2026-11-25',
  profile: { type: 'profile', birthDate: '1986-01-01', nationalities: ['PH'] },
  expect: 'eligible',
  criteria: { 'age-max': 'met' },
  ...over,
});

const problemsOf = async (documents: readonly unknown[]) =>
  (await importAll(database.db, documents)).problems.map(({ id, path, message }) => [id, path, message]);

describe('a case kept beside a pathway', () => {
  it('that passes is kept', async () => {
    expect(await problemsOf([upTo(45), theForty()])).toEqual([]);
  });

  it('keeps a version that fails it from being published, and says what decides', async () => {
    expect(await problemsOf([upTo(39)])).toEqual([
      ['tested', '/eligibility', 'test case "forty" on 2026-11-25: expected eligible, found ineligible (age-max)'],
      [
        'tested',
        '/eligibility',
        'test case "forty" on 2026-11-25: expected the criterion "age-max" to be met, found unmet',
      ],
    ]);
    expect((await findPathway(database.db, 'tested', '2026-11-25'))?.document.eligibility).toMatchObject({ lte: 45 });
  });

  it('does not hold for a version in effect from a later day', async () => {
    expect(await problemsOf([upTo(39, '2027-01-01')])).toEqual([]);
  });

  it('answers for itself where the file brings it', async () => {
    expect(await problemsOf([theForty({ id: 'wrong', expect: 'possible', criteria: {} })])).toEqual([
      ['wrong', '/expect', 'test case "wrong" on 2026-11-25: expected possible, found eligible (origin, age-max)'],
    ]);
  });

  it.each([
    ['a criterion that is not there', { criteria: { nothing: 'met' } }, '/expect', /there is none/],
    ['a day on which the pathway is not in effect', { on: '2024-12-31' }, '/expect', /not in effect/],
    ['no such pathway', { pathway: 'nowhere' }, '/pathway', /no pathway "nowhere"/],
    ['a person born after the day', { on: '1985-12-31' }, '/profile/birthDate', /born on/],
    ['a broken profile', { profile: { type: 'profile', sex: 'man' } }, '/profile/sex', /expected one of/],
  ])('with %s is refused', async (_, over, path, message) => {
    const problems = await problemsOf([theForty({ id: 'broken', ...over })]);
    expect(problems[0]).toEqual(['broken', path, expect.stringMatching(message)]);
  });
});
