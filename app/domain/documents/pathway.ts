import * as z from 'zod';
import { PersonRule } from '../rule/rule.ts';
import { Agency, Complaints } from './agency.ts';
import { inspectCitations } from './citations.ts';
import { Country, Occupation, PathwayKind, Sector } from './codes.ts';
import { inspectCriterionIds } from './criterion-ids.ts';
import { CalendarDate, Effective } from './dates.ts';
import { inspected } from './explain.ts';
import { Id } from './ids.ts';
import { type JsonObject, listAt } from './json.ts';
import { Money, Payer, PayPeriod } from './money.ts';
import { Months, SomeDays } from './numbers.ts';
import type { Fault, Path } from './problem.ts';
import { ReturnTerms } from './return-terms.ts';
import { Confidence, Source } from './source.ts';
import { Text, Words } from './text.ts';
import { inspectUniqueIds } from './unique-ids.ts';

/** "any", or the ones named. */
function anyOr<V extends z.ZodType>(value: V) {
  return z.union([z.literal('any'), z.array(value)]).describe(`"any" or a list, each entry ${value.description}`);
}

/** What the way in costs and who pays it; without `money` the amount is not known. */
const Cost = z.strictObject({ id: Id, label: Text, money: Money.optional(), payer: Payer, cite: Id.optional() });
export type Cost = z.infer<typeof Cost>;

/** The least gross wage for an hour, month or year from a day on, for those whose `when` is met. */
const WageFloor = z.strictObject({
  money: Money,
  per: PayPeriod,
  from: CalendarDate,
  when: PersonRule.optional(),
  label: Text.optional(),
  cite: Id.optional(),
});
export type WageFloor = z.infer<typeof WageFloor>;

/** The most days of presence within a window of time. */
const StayCap = z.strictObject({
  maxDays: SomeDays,
  window: z
    .string()
    .regex(/^([1-9]\d{0,3}-(months|days)|calendar-year|lifetime)$/)
    .describe('"<n>-months", "<n>-days", "calendar-year" or "lifetime"'),
  label: Text.optional(),
  when: PersonRule.optional(),
});
export type StayCap = z.infer<typeof StayCap>;

/** How long one may stay; months may be null: not stated or without limit. */
const Stay = z.strictObject({
  initialMonths: Months.nullable(),
  maxMonths: Months.nullable(),
  renewable: z.boolean(),
  caps: z.array(StayCap).optional(),
});

/** The law or agreement a pathway rests on; `year` is that of its making. */
const Instrument = z.strictObject({
  id: Id,
  name: Text,
  kind: z.enum(['law', 'bilateral-agreement', 'readmission-agreement', 'regional-framework']),
  parties: z.array(Country),
  year: z.int().min(1000).max(9999).describe('a year, four digits').optional(),
});

/** A known practice that a rights-based matcher shows and never copies. */
const Concern = z.strictObject({ id: Id, label: Text, cite: Id.optional() });

const Selection = z.strictObject({
  mode: z.enum(['roster', 'points', 'first-come', 'lottery', 'employer-choice', 'state-selection', 'case-by-case']),
  by: Text.optional(),
});

/** What a vacancy under the pathway needs before it may be filled. */
const VacancyTerms = z.strictObject({
  verifiedBy: z.enum(['destination', 'none']).optional(),
  labourMarketTest: z.boolean().optional(),
});

const identified: readonly Path[] = [
  ['costs'],
  ['return', 'obligations'],
  ['agencies'],
  ['instruments'],
  ['concerns'],
  ['sources'],
];

function* inspectPathway(pathway: JsonObject): Generator<Fault> {
  for (const path of identified) yield* inspectUniqueIds(listAt(pathway, path), path);
  yield* inspectCriterionIds(pathway);
  yield* inspectCitations(pathway);
}

/** A regular way to work or settle abroad: who qualifies, what it costs, and the way back. */
export const Pathway = inspected(
  z.strictObject({
    type: z.literal('pathway'),
    id: Id,
    effective: Effective,
    status: z.enum(['open', 'closed', 'suspended', 'announced']),
    name: Text,
    summary: Text,
    destination: Country,
    origins: anyOr(Country),
    exceptOrigins: z.array(Country).optional(),
    kind: PathwayKind,
    sectors: anyOr(Sector),
    occupations: anyOr(Occupation),
    selection: Selection.optional(),
    stay: Stay,
    eligibility: PersonRule,
    costs: z.array(Cost),
    wageFloors: z.array(WageFloor),
    familyMayAccompany: z.boolean().nullable(),
    leadsToSettlement: z.boolean().nullable(),
    return: ReturnTerms,
    agencies: z.array(Agency),
    instruments: z.array(Instrument),
    complaints: Complaints.optional(),
    vacancies: VacancyTerms.optional(),
    concerns: z.array(Concern).optional(),
    notes: z.array(Words).optional(),
    gcmObjectives: z.array(z.int().min(1).max(23).describe('an objective of the Global Compact, an integer 1–23')),
    sources: z.array(Source),
    verifiedOn: CalendarDate,
    confidence: Confidence,
  }),
  inspectPathway,
);
export type Pathway = z.infer<typeof Pathway>;
