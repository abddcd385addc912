import { describe, expect, it } from 'vitest';
import { aPathway } from '../../../test/support/documents.ts';
import type { PersonRule, Profile } from '../documents/index.ts';
import { Person } from '../rule/person.ts';
import { assess, compilePathway } from './evaluate.ts';
import { type Told, tellDeciding } from './told.ts';

const adult: PersonRule = { id: 'adult', fact: 'age', gte: 18 };
const school: PersonRule = { id: 'school', fact: 'education', gte: 3 };
const german: PersonRule = { id: 'german', fact: 'language', of: 'de', gte: 'B1' };
const insured: PersonRule = { id: 'insured', fact: 'declared', of: 'insurance', eq: true };
const points: PersonRule = {
  points: {
    pass: 6,
    items: [
      { id: 'a', points: 4, when: school },
      { id: 'b', points: 3, when: insured },
    ],
  },
};

const assessed = (eligibility: PersonRule, told: Omit<Profile, 'type'>) =>
  assess(
    compilePathway(aPathway({ origins: 'any', eligibility })),
    new Person({ type: 'profile', ...told }, '2026-11-24'),
  );

const short = (told: Told): unknown => {
  switch (told.form) {
    case 'criterion':
      return told.criterion.id;
    case 'points':
      return told.score;
    case 'atLeast':
      return { needed: told.needed, have: told.have, of: told.parts.map(short) };
    default:
      return { [told.form]: told.parts.map(short) };
  }
};
const deciding = (rule: PersonRule, told: Omit<Profile, 'type'>) =>
  tellDeciding(assessed(rule, told).judged).map(short);

const born = { birthDate: '1990-01-01' };
const unschooled = { education: { isced: 1 }, languages: [] };

describe('what decides', () => {
  it('is each condition that is not met', () =>
    expect(deciding({ all: [adult, { all: [school, german] }] }, { ...born, ...unschooled })).toEqual([
      'school',
      'german',
    ]));

  it('is each condition that is not known yet, where none stands in the way', () =>
    expect(deciding({ all: [adult, school, german] }, born)).toEqual(['school', 'german']));

  it('is a choice as one condition', () =>
    expect(deciding({ all: [adult, { any: [school, german] }] }, { ...born, ...unschooled })).toEqual([
      { any: ['school', 'german'] },
    ]));

  it('is of a choice what is still open, and of an exclusion what is so', () => {
    expect(deciding({ any: [school, german, insured] }, { languages: [] })).toEqual([{ any: ['school', 'insured'] }]);
    expect(deciding({ any: [school, german] }, { languages: [] })).toEqual(['school']);
    expect(deciding({ none: [adult, school] }, { ...born, education: { isced: 1 } })).toEqual([{ none: ['adult'] }]);
  });

  it('is of a choice that is met what meets it', () =>
    expect(deciding({ any: [school, german] }, { education: { isced: 6 }, languages: [] })).toEqual(['school']));

  it('is a points test by its points', () =>
    expect(deciding({ all: [adult, points] }, { ...born, education: { isced: 6 } })).toEqual([
      { lowest: 4, highest: 7, pass: 6 },
    ]));

  it('is a count by what is needed and what there is', () =>
    expect(
      deciding(
        { atLeast: 2, of: [school, german, insured] },
        { education: { isced: 6 }, languages: [], declared: { insurance: false } },
      ),
    ).toEqual([{ needed: 2, have: 1, of: ['german', 'insured'] }]));
});
