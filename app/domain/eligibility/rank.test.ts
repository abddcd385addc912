import { expect, it } from 'vitest';
import { aPathway } from '../../../test/support/documents.ts';
import type { Pathway, PersonRule } from '../documents/index.ts';
import { Person } from '../rule/person.ts';
import { assess, compilePathway } from './evaluate.ts';
import { ranked } from './rank.ts';

const adult: PersonRule = { id: 'adult', fact: 'age', gte: 18 };
const school: PersonRule = { id: 'school', fact: 'education', gte: 3 };
const insured: PersonRule = { id: 'insured', fact: 'declared', of: 'insurance', eq: true };

const order = (...pathways: Partial<Pathway>[]) => {
  const person = new Person(
    { type: 'profile', nationalities: ['PH'], birthDate: '2015-01-01', education: { isced: 1 } },
    '2026-11-24',
  );
  const assessed = pathways.map((parts) => assess(compilePathway(aPathway({ origins: 'any', ...parts })), person));
  return ranked(assessed).map(({ pathway }) => pathway.id);
};

it('puts eligible before possible before ineligible, and what is not in effect last', () =>
  expect(
    order(
      { id: 'later', eligibility: { all: [] }, effective: { from: '2027-01-01' } },
      { id: 'closed', eligibility: adult },
      { id: 'possible', eligibility: insured },
      { id: 'open', eligibility: { all: [] } },
    ),
  ).toEqual(['open', 'possible', 'closed', 'later']));

it('puts fewer obstacles first, of equals those that a nationality closes last, then by id', () =>
  expect(
    order(
      { id: 'a-two', eligibility: { all: [adult, school] } },
      { id: 'b-others', eligibility: { all: [] }, origins: ['KE'] },
      { id: 'd-one', eligibility: school },
      { id: 'c-one', eligibility: adult },
    ),
  ).toEqual(['c-one', 'd-one', 'b-others', 'a-two']));
