import * as z from 'zod';
import { Rule } from '../rule/rule.ts';
import { Agency, Complaints } from './agency.ts';
import { inspectCitations } from './citations.ts';
import { Country } from './codes.ts';
import { inspectCriterionIds } from './criterion-ids.ts';
import { CalendarDate, Effective } from './dates.ts';
import { inspected } from './explain.ts';
import { Id } from './ids.ts';
import { type JsonObject, listAt, valueAt } from './json.ts';
import { Money, Payer } from './money.ts';
import { Days } from './numbers.ts';
import { type Fault, shown } from './problem.ts';
import { Confidence, Source, WebAddress } from './source.ts';
import { inspectStepOrder } from './step-order.ts';
import { didYouMean } from './suggest.ts';
import { Text, Words } from './text.ts';
import { idsOf, inspectUniqueIds } from './unique-ids.ts';

/** One thing to do before departure; typicalDays, validDays and finishDaysBefore are calendar days. */
const Step = z.strictObject({
  id: Id,
  label: Text,
  what: Text,
  agency: Id,
  when: Rule.optional(),
  dependsOn: z.array(Id).optional(),
  needs: z.array(Id).optional(),
  issues: z.array(Id).optional(),
  fee: z.strictObject({ money: Money.optional(), payer: Payer }).optional(),
  cite: Id.optional(),
  typicalDays: Days.optional(),
  validDays: Days.optional(),
  finishDaysBefore: Days.optional(),
  url: WebAddress.optional(),
});
export type Step = z.infer<typeof Step>;

/** A departure that the origin state does not allow: its rule met bars it, unknown may bar it. */
const Bar = z.strictObject({ id: Id, label: Text, when: Rule, cite: Id.optional() });
export type Bar = z.infer<typeof Bar>;

/** What the origin state offers to those who come back. */
const ReturnService = z.strictObject({ id: Id, label: Text, agency: Id.optional() });

const Protections = z.strictObject({
  recruiterLicence: Text.optional(),
  workerFeeCap: Text.optional(),
  welfareFund: Text.optional(),
  insurance: Text.optional(),
});

const identified = ['steps', 'bars', 'returnServices', 'agencies', 'sources'];

function* inspectProcedure(procedure: JsonObject): Generator<Fault> {
  for (const key of identified) yield* inspectUniqueIds(listAt(procedure, [key]), [key]);
  yield* inspectCriterionIds(procedure);
  yield* inspectCitations(procedure);
  yield* inspectAgencies(procedure);
  yield* inspectStepOrder(listAt(procedure, ['steps']));
}

function* inspectAgencies(procedure: JsonObject): Generator<Fault> {
  const agencies = idsOf(listAt(procedure, ['agencies']));
  for (const key of ['steps', 'returnServices']) {
    for (const [index, entry] of listAt(procedure, [key]).entries()) {
      const agency = valueAt(entry, ['agency']);
      if (typeof agency !== 'string' || agencies.has(agency)) continue;
      const message = `no agency ${shown(agency)} in "agencies"${didYouMean(agency, agencies)}`;
      yield { path: [key, index, 'agency'], message, expected: 'the id of an agency' };
    }
  }
}

/** An origin state's steps before departure, its bars, and its services on return. */
export const Procedure = inspected(
  z.strictObject({
    type: z.literal('procedure'),
    id: Id,
    origin: Country,
    name: Text,
    effective: Effective,
    steps: z.array(Step),
    bars: z.array(Bar).optional(),
    protections: Protections,
    returnServices: z.array(ReturnService),
    agencies: z.array(Agency),
    complaints: Complaints.optional(),
    sources: z.array(Source),
    verifiedOn: CalendarDate,
    confidence: Confidence.optional(),
    notes: z.array(Words).optional(),
  }),
  inspectProcedure,
);
export type Procedure = z.infer<typeof Procedure>;
