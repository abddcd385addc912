import { describe, expect, it } from 'vitest';
import { aPathway, seedDocuments } from '../../../test/support/documents.ts';
import { type PersonRule, type Profile, parseDocumentOf } from '../documents/index.ts';
import { type CompiledPathway, compilePathway } from '../eligibility/evaluate.ts';
import { Person } from '../rule/person.ts';
import { questionsLeft } from './next-question.ts';
import { privateDeclarations } from './private.ts';
import { survey } from './survey.ts';

const ON = '2026-11-24';

const seeded = seedDocuments.pathway().flatMap((input) => {
  const parsed = parseDocumentOf('pathway', input);
  return parsed.ok ? [compilePathway(parsed.document)] : [];
});

function left(compiled: readonly CompiledPathway[], told: Omit<Profile, 'type'>, asked: readonly string[] = []) {
  const profile: Profile = { type: 'profile', ...told };
  const isPrivate = privateDeclarations(compiled.map(({ pathway }) => pathway));
  const found = survey(compiled, new Person(profile, ON), isPrivate);
  return questionsLeft(found, { profile, asked }).map(({ question }) => question.id);
}

const over = (...rules: PersonRule[]) =>
  rules.map((eligibility, at) => compilePathway(aPathway({ id: `p${at}`, origins: 'any', eligibility })));

const adult: PersonRule = { id: 'adult', fact: 'age', gte: 18 };
const school: PersonRule = { id: 'school', fact: 'education', gte: 3 };
const clear: PersonRule = { id: 'clear', fact: 'criminalRecord', eq: true };
const insured: PersonRule = { id: 'insured', fact: 'declared', of: 'insurance', eq: true };

describe('the next question', () => {
  it('is the nationality, then the birth date, over all the pathways there are', () => {
    expect(left(seeded, {})[0]).toBe('nationality');
    expect(left(seeded, { nationalities: ['NP'] })[0]).toBe('birth-date');
  });

  it('is then the one on which most pathways turn', () => {
    expect(left(seeded, { nationalities: ['NP'], birthDate: '1996-05-02' })[0]).toBe('offer');
    expect(left(over(school, { any: [school, insured] }, insured, insured), {})).toEqual([
      'declared-insurance',
      'education',
    ]);
  });

  it('comes before a declaration where both are worth as much', () =>
    expect(left(over({ all: [insured, school] }), {})).toEqual(['education', 'declared-insurance']));

  it('is about health, record and displacement only when nothing else could settle the matter', () => {
    expect(left(over({ all: [clear, school] }, clear, clear), {})).toEqual(['education', 'criminal-record']);
    expect(left(over({ all: [clear, school] }), { education: { isced: 1 } })).toEqual([]);
  });

  it('is not one that no longer changes anything', () => {
    expect(left(over({ any: [adult, school] }), { birthDate: '1990-01-01' })).toEqual([]);
    expect(left(over({ all: [adult, school] }), { birthDate: '2015-01-01' })).toEqual([]);
  });

  it('is not one that was left open', () =>
    expect(left(over({ all: [adult, school] }), {}, ['birth-date'])).toEqual(['education']));

  it('is not one that was answered, though the answer does not settle it', () => {
    const funds: PersonRule = { id: 'funds', fact: 'savings', currency: 'EUR', gte: 1000 };
    expect(left(over(funds), { savings: { amount: 9000, currency: 'USD' } })).toEqual([]);
  });

  it('does not concern a pathway that is not in effect', () =>
    expect(
      left([compilePathway(aPathway({ effective: { from: '2027-01-01' }, eligibility: adult, origins: 'any' }))], {}),
    ).toEqual([]));
});
