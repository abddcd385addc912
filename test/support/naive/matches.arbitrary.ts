import fc from 'fast-check';
import type { Pathway, Profile, Vacancy } from '../../../app/domain/documents/index.ts';
import { aVacancy } from '../documents.ts';
import { cases } from './cases.arbitrary.ts';
import * as pool from './pools.ts';
import { daysAfter } from './profiles.arbitrary.ts';
import { rules } from './rules.arbitrary.ts';

const vacancy = aVacancy();

const skills = fc.array(fc.constantFrom('Welding', 'welding ', 'Wound care', 'Élevage', 'elevage'), { maxLength: 3 });

const asked = fc.array(fc.record({ language: pool.languages, cefr: pool.levels }), { maxLength: 3 });

const pay = fc.tuple(pool.wages, pool.currencies, fc.boolean()).map(([{ amount, per, hours }, currency, said]) => ({
  wage: { money: { amount, currency }, per },
  ...(said && { hoursPerWeek: hours }),
}));

/** Days from the day of evaluation: a score turns at none, and half a year late. */
const nearby = fc.constantFrom(-1, 0, 1, 30, 179, 180, 181, 400);

type MatchCase = { pathway: Pathway; vacancy: Vacancy; profile: Profile; on: string };

/** A person on a day before a vacancy under a pathway; mostly both of them lead to one country. */
export const matches: fc.Arbitrary<MatchCase> = fc
  .record({
    base: cases,
    requires: fc.option(rules, { nil: undefined }),
    elsewhere: fc.constantFrom(undefined, undefined, undefined, undefined, 'KR'),
    work: fc.record({ occupation: pool.occupations, contractMonths: pool.monthCounts }),
    pay,
    wishes: fc.record({ skills, languages: asked }, { requiredKeys: [] }),
    startIn: fc.option(nearby, { nil: undefined }),
    told: fc.record({ skills }, { requiredKeys: [] }),
    availableIn: fc.option(nearby, { nil: undefined }),
  })
  .map(({ base: { pathway, profile, on }, requires, elsewhere, work, pay, wishes, startIn, told, availableIn }) => ({
    ...{ pathway, on },
    profile: {
      ...{ ...profile, ...told },
      ...(availableIn !== undefined && { availableFrom: daysAfter(on, availableIn) }),
    },
    vacancy: {
      ...{ ...vacancy, ...work, ...pay, ...wishes, pathway: pathway.id },
      destination: elsewhere ?? pathway.destination,
      ...(requires && { requires }),
      ...(startIn !== undefined && { startOn: daysAfter(on, startIn) }),
    },
  }));
