import * as z from 'zod';
import { Cefr, Country, Displacement, Isced, Language, Occupation, Sex } from './codes.ts';
import { CalendarDate, inspectOrder, YearMonth } from './dates.ts';
import { inspected } from './explain.ts';
import { Id } from './ids.ts';
import { type JsonObject, states } from './json.ts';
import { Money, Wage } from './money.ts';
import { Count, HoursPerWeek, Months } from './numbers.ts';
import type { Fault, Problem } from './problem.ts';
import { Line } from './text.ts';

/** A language spoken: at a CEFR level, or natively, never both. */
const SpokenLanguage = inspected(
  z.strictObject({ language: Language, cefr: Cefr.optional(), native: z.boolean().optional() }),
  inspectLevel,
  { oneOf: [{ required: ['cefr'] }, { required: ['native'], properties: { native: { const: true } } }] },
);

function* inspectLevel(spoken: JsonObject): Generator<Fault> {
  const native = spoken['native'] === true;
  if (states(spoken, 'cefr') !== native) return;
  const expected = 'either "cefr" or "native": true';
  yield { path: [], message: `${native ? 'both' : 'neither'} of "cefr" and "native": true: expected one`, expected };
}

/** A test taken, with its score. */
const TestResult = z.strictObject({ test: Id, score: z.number().describe('a score, a number'), takenOn: CalendarDate });

/** A job held in the months from `from` to `to`, both included; without `to` it is held still. */
const Job = inspected(
  z.strictObject({ occupation: Occupation, from: YearMonth, to: YearMonth.optional(), country: Country.optional() }),
  inspectOrder,
);

/** A qualification for an occupation; trainingMonths are months of formal vocational training. */
const Qualification = z.strictObject({
  occupation: Occupation,
  country: Country.optional(),
  trainingMonths: Months,
  recognisedIn: z.array(Country),
});

/** A job offer; months is the length of its contract. */
const Offer = z.strictObject({
  destination: Country,
  occupation: Occupation.optional(),
  wage: Wage.optional(),
  hoursPerWeek: HoursPerWeek.optional(),
  months: Months.optional(),
});

/** A stay abroad, both days included; without `to` it lasts still. */
const Stay = inspected(
  z.strictObject({
    country: Country,
    from: CalendarDate,
    to: CalendarDate.optional(),
    pathway: Id.optional(),
    leftOnTime: z.boolean().optional(),
  }),
  inspectStay,
  { dependentRequired: { to: ['leftOnTime'] } },
);

function* inspectStay(stay: JsonObject): Generator<Fault> {
  yield* inspectOrder(stay);
  if (!states(stay, 'to') || states(stay, 'leftOnTime')) return;
  yield {
    path: ['leftOnTime'],
    message: 'an ended stay needs "leftOnTime": expected true or false',
    expected: 'true or false',
  };
}

/** What a person tells of herself; a key absent states nothing, a key present but empty states that there is none. */
export const Profile = z.strictObject({
  type: z.literal('profile'),
  birthDate: CalendarDate.optional(),
  sex: Sex.optional(),
  nationalities: z.array(Country).optional(),
  residence: Country.optional(),
  education: z.strictObject({ isced: Isced }).optional(),
  languages: z.array(SpokenLanguage).optional(),
  tests: z.array(TestResult).optional(),
  experience: z.array(Job).optional(),
  qualifications: z.array(Qualification).optional(),
  offer: Offer.nullable().optional(),
  savings: Money.optional(),
  health: z.boolean().optional(),
  criminalRecord: z.boolean().optional(),
  stays: z.array(Stay).optional(),
  displacement: Displacement.optional(),
  dependants: Count.optional(),
  licences: z.array(Line).optional(),
  declared: z.record(Id, z.boolean()).optional(),
  skills: z.array(Line).optional(),
  availableFrom: CalendarDate.optional(),
});
export type Profile = z.infer<typeof Profile>;

/** What no profile alone can show to be wrong: a birth date after `on`, the day of evaluation (`YYYY-MM-DD`). */
export function checkProfile({ birthDate }: Profile, on: string): Problem[] {
  if (birthDate === undefined || birthDate <= on) return [];
  return [{ path: '/birthDate', message: `born on ${birthDate}, after ${on}`, expected: `${on} or earlier` }];
}
