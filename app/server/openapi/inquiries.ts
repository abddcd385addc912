import type * as z from 'zod';
import { Cefr } from '../../domain/documents/codes.ts';
import { Inquiry, UnlockInquiry } from '../../domain/documents/index.ts';
import type { ChangeableFact } from '../../domain/eligibility/unlock/change.ts';
import { LEVELS } from '../../domain/rule/facts/language.ts';
import { Standing } from '../../domain/rule/facts/qualification.ts';
import { personFacts } from '../../domain/rule/facts.ts';
import {
  integer,
  list,
  number,
  object,
  orNull,
  type Properties,
  partsOf,
  reference,
  type Schema,
  schemaOf,
  text,
} from './schema.ts';

const { properties: ofPathway } = partsOf('pathway');
const { properties: ofProfile } = partsOf('profile');

/** The body of an inquiry; what it holds of documents stands among the components. */
export function bodyOf(inquiry: z.ZodType): Schema {
  const { properties, ...rest } = schemaOf(inquiry);
  const held = Object.entries({ profile: reference('profile'), drafts: list(reference('pathway')) });
  const own: Properties = Object(properties);
  return { ...rest, properties: { ...own, ...Object.fromEntries(held.filter(([key]) => key in own)) } };
}

export const words = (description: string): Schema => ({ ...list(text), description });

const points = object({ lowest: number, highest: number, pass: number });

/** A criterion with what it comes to for somebody. */
export const criterion = object({
  id: text,
  fact: { enum: [...Object.keys(personFacts), 'origin'] },
  finding: { enum: ['met', 'unmet', 'unknown'] },
  label: reference('Text'),
  required: { type: 'object', description: 'The parameters of the fact and its comparison, as the rule has them.' },
  found: {
    anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, list(text)],
    description: 'What the profile says; null: nothing, or that there is none.',
  },
  source: orNull(reference('Source')),
});

const assessed = object(
  {
    pathway: text,
    name: reference('Text'),
    status: ofPathway['status'] ?? {},
    verdict: { enum: ['eligible', 'possible', 'ineligible', null], description: 'Null: not in effect on that day.' },
    criteria: list(criterion),
  },
  {
    points: list(points),
    obstacles: words('Of an ineligible verdict: the fewest criteria that stand in the way, by id.'),
    open: words('Of a possible one: the criteria that must still be told, by id.'),
    grounds: words('Of an eligible one: the fewest criteria that it rests on, by id.'),
  },
);

const occupations = { of: list(reference('Occupation')) };
export const level = schemaOf(Cefr);
const wage = object({ money: reference('Money'), per: { enum: ['hour', 'month', 'year'] } });
const offerNeeded = object(
  { destination: reference('Country') },
  { occupations: list(text), except: list(text), wage, hoursPerWeek: number, months: integer },
);
const fromTo = (from: Schema, to: Schema) => ({ from: orNull(from), to });

/** What tells changes of a fact apart, as unlock/change.ts has it; the second: what may be absent. */
const CHANGES: Record<ChangeableFact, [required: Properties, optional?: Properties]> = {
  language: [{ of: reference('Language'), ...fromTo({ enum: LEVELS }, level) }],
  test: [{ of: reference('Id'), ...fromTo(number, number) }],
  education: [fromTo(reference('Isced'), reference('Isced'))],
  training: [fromTo(integer, integer), occupations],
  experience: [fromTo(integer, integer), { ...occupations, withinMonths: integer }],
  qualification: [
    { destination: reference('Country'), ...fromTo(schemaOf(Standing), { enum: ['held', 'recognised'] }) },
    occupations,
  ],
  savings: [fromTo(reference('Money'), reference('Money'))],
  offer: [{ from: { anyOf: [ofProfile['offer'] ?? {}, { const: false }] }, to: offerNeeded }],
};

const change: Schema = {
  oneOf: Object.entries(CHANGES).map(([fact, [required, optional]]) =>
    object({ fact: { const: fact }, label: reference('Text'), ...required }, optional),
  ),
};

const changeable = { enum: Object.keys(CHANGES) };

const effort = {
  months: { type: ['integer', 'null'], description: 'How long it typically takes; null: not estimated.' },
  notEstimated: list(changeable),
};

/** What answers about a person are made of. */
export const INQUIRY_ANSWERS: Record<string, Schema> = {
  AssessedPathway: assessed,
  Change: change,
};

/** The calls that are asked with a profile. */
export const INQUIRY_CALLS = {
  '/eligibility': {
    summary:
      'Assess a profile against pathways and drafts: every criterion with its reason. Eligible ones first, then possible, then ineligible by how few criteria stand in the way.',
    body: bodyOf(Inquiry),
    answer: object({ on: reference('Date'), results: list(reference('AssessedPathway')) }),
  },
  '/unlocks': {
    summary:
      'The smallest sets of changes that make a profile eligible, and what each change opens alone: pathways, and open vacancies, each judged by what it requires as if it were the offer; quickest first.',
    body: bodyOf(UnlockInquiry),
    answer: object({
      on: reference('Date'),
      results: list(object({ pathway: text, name: reference('Text'), changes: list(reference('Change')), ...effort })),
      singles: list(
        object({ change: reference('Change'), pathways: integer, vacancies: integer, ids: list(text), ...effort }),
      ),
      incomplete: words('Pathways too intricate to have been searched to the end, by id.'),
      assumptions: list(object({ fact: changeable, text: reference('Text'), source: orNull(reference('Source')) })),
    }),
  },
};
