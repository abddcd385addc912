import * as z from 'zod';
import { PersonRule } from '../rule/rule.ts';
import { Cefr, Country, Language, Occupation, Sector } from './codes.ts';
import { inspectCriterionIds } from './criterion-ids.ts';
import { CalendarDate } from './dates.ts';
import { inspected } from './explain.ts';
import { Id } from './ids.ts';
import { Money, Wage } from './money.ts';
import { Count, HoursPerWeek, Months } from './numbers.ts';
import { Line, Text } from './text.ts';

const InKind = z.enum(['free', 'subsidised', 'none']);

const Provisions = z.strictObject({
  housing: InKind.optional(),
  meals: InKind.optional(),
  travel: z.enum(['employer', 'shared', 'worker']).optional(),
});

const Fields = z.strictObject({
  type: z.literal('vacancy'),
  id: Id,
  employer: Id,
  recruiter: Line.optional(),
  pathway: Id,
  title: Text,
  description: Text.optional(),
  occupation: Occupation,
  sector: Sector,
  destination: Country,
  region: Line.optional(),
  places: Count,
  wage: Wage,
  hoursPerWeek: HoursPerWeek.optional(),
  contractMonths: Months,
  startOn: CalendarDate.optional(),
  applyBy: CalendarDate.optional(),
  requires: PersonRule.optional(),
  skills: z.array(Line).optional(),
  languages: z.array(z.strictObject({ language: Language, cefr: Cefr })).optional(),
  provides: Provisions.optional(),
  workerFees: Money.optional(),
});

/** A job with places under a pathway; contractMonths are months, workerFees what a worker pays in all. */
export const Vacancy = inspected(Fields, inspectCriterionIds);
export type Vacancy = z.infer<typeof Vacancy>;

/** What an employer has written of a vacancy so far. */
export const VacancyDraft = Fields.omit({ type: true, id: true, employer: true }).partial();
export type VacancyDraft = z.infer<typeof VacancyDraft>;
