import fc from 'fast-check';
import type { Profile } from '../../../app/domain/documents/index.ts';
import { type Day, dayOf, isBefore, monthsBefore } from './calendar.ts';
import * as pool from './pools.ts';

const dateOf = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const monthsAfter = (date: string, months: number): string => dateOf(monthsBefore(dayOf(date), -months));

/** The day so many days after, or before if negative. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

type One<K extends 'languages' | 'experience' | 'stays'> = NonNullable<Profile[K]>[number];

const spoken: fc.Arbitrary<One<'languages'>> = fc.oneof(
  fc.record(
    { language: pool.languages, cefr: pool.levels, native: fc.constant(false) },
    { requiredKeys: ['language', 'cefr'] },
  ),
  fc.record({ language: pool.languages, native: fc.constant(true) }),
);

/** Mostly ended after a length that a rule may ask for, sometimes lasting still. */
const job: fc.Arbitrary<One<'experience'>> = fc
  .tuple(pool.occupations, pool.days, pool.monthCounts, fc.integer({ min: 0, max: 3 }))
  .map(([occupation, day, months, still]) => {
    const from = day.slice(0, 7);
    return still === 0
      ? { occupation, from }
      : { occupation, from, to: monthsAfter(`${from}-01`, Math.max(0, months - 1)).slice(0, 7) };
  });

const stay: fc.Arbitrary<One<'stays'>> = fc
  .tuple(
    fc.record(
      { country: pool.countries, from: pool.days, pathway: pool.pathwayIds },
      { requiredKeys: ['country', 'from'] },
    ),
    pool.dayCounts,
    fc.constantFrom('on time', 'too late', 'lasts still', 'will overstay'),
  )
  .map(([begun, days, end]) => {
    if (end === 'lasts still') return begun;
    if (end === 'will overstay') return { ...begun, leftOnTime: false };
    return { ...begun, to: daysAfter(begun.from, Math.max(0, days - 1)), leftOnTime: end === 'on time' };
  });

/** At times the hours, the wage, the work or the length is not said. */
const offer: fc.Arbitrary<NonNullable<Profile['offer']>> = fc
  .tuple(
    fc.record(
      { destination: pool.destinations, occupation: pool.occupations, months: pool.monthCounts },
      { requiredKeys: ['destination'] },
    ),
    pool.wages,
    pool.currencies,
    fc.constantFrom('all', 'all', 'all', 'no hours', 'no wage'),
  )
  .map(([terms, { amount, per, hours }, currency, said]) => ({
    ...terms,
    ...(said !== 'no wage' && { wage: { money: { amount, currency }, per } }),
    ...(said !== 'no hours' && { hoursPerWeek: hours }),
  }));

const few = <V>(of: fc.Arbitrary<V>) => fc.array(of, { maxLength: 3 });

/** A birth date that makes one of an age rules ask about on a day of those years. */
const birthDate = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(pool.days, pool.ages).map(([day, age]) => monthsAfter(day, -12 * age)) },
  { weight: 1, arbitrary: fc.constantFrom('2008-02-29', '1988-02-29', '2024-02-29') },
);

/** Sound profiles: each key absent, empty or filled. */
export const profiles: fc.Arbitrary<Profile> = fc.record(
  {
    type: fc.constant('profile'),
    birthDate,
    sex: pool.sexes,
    nationalities: few(pool.countries),
    residence: pool.countries,
    education: fc.record({ isced: pool.iscedLevels }),
    languages: few(spoken),
    tests: few(fc.record({ test: pool.tests, score: pool.scores, takenOn: pool.days })),
    experience: few(job),
    qualifications: few(
      fc.record({
        occupation: pool.occupations,
        trainingMonths: pool.monthCounts,
        recognisedIn: few(pool.destinations),
      }),
    ),
    offer: fc.option(offer, { freq: 5 }),
    savings: fc.record({ amount: pool.amounts, currency: pool.currencies }),
    health: fc.boolean(),
    criminalRecord: fc.boolean(),
    stays: few(stay),
    displacement: pool.displacements,
    dependants: pool.smallCounts,
    licences: few(pool.licences),
    declared: fc.dictionary(pool.declarations, fc.boolean(), { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ['type'], noNullPrototype: true },
);

/** Days so many months after something that the profile tells began, ended or was done, on which an answer about her may turn. */
export function turningDays(
  profile: Profile,
  asked: { ages: readonly number[]; windows: readonly number[] },
): string[] {
  const { birthDate, tests = [], experience = [], stays = [] } = profile;
  const birthdays = birthDate === undefined ? [] : asked.ages.map((age) => monthsAfter(birthDate, 12 * age));
  const told = [
    '2026-11-23',
    ...tests.map(({ takenOn }) => takenOn),
    ...experience.flatMap(({ from, to = from }) => [`${from}-01`, `${to}-01`]),
    ...stays.flatMap(({ from, to = from }) => [from, to]),
  ];
  return [...birthdays, ...told.flatMap((day) => [0, ...asked.windows].map((months) => monthsAfter(day, months)))];
}

/** Picks one of the days, the day before or after it, or three later: six months after 28 February it may be the 31st. */
export const dayPicks = fc.record({ which: fc.nat(), days: fc.constantFrom(0, 0, 1, -1, 3) });

/** The day picked, but never one before birth. */
export function pickedDay(
  { birthDate }: Profile,
  from: string[],
  { which, days }: { which: number; days: number },
): string {
  const day = daysAfter(from[which % from.length] ?? '2026-11-23', days);
  return birthDate !== undefined && isBefore(dayOf(day), dayOf(birthDate)) ? birthDate : day;
}
