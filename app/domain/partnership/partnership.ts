import * as z from 'zod';
import { Cefr, Country, Language } from '../documents/codes.ts';
import { CalendarDate } from '../documents/dates.ts';
import { inspected } from '../documents/explain.ts';
import { Id } from '../documents/ids.ts';
import type { Pathway } from '../documents/index.ts';
import type { JsonObject } from '../documents/json.ts';
import { Money, Payer } from '../documents/money.ts';
import { Count, SomeMonths } from '../documents/numbers.ts';
import { type Fault, shown } from '../documents/problem.ts';
import { WebAddress } from '../documents/source.ts';
import { Line, Text } from '../documents/text.ts';

/** Who trains together goes one of two ways: `away`, to work at the destination; `home`, to work in the state of origin. */
export const TRACKS = ['away', 'home'] as const;
export type Track = (typeof TRACKS)[number];

export const isTrack = (text: unknown): text is Track => TRACKS.some((track) => track === text);

/** The kinds of pathway that people are trained for before the journey. */
export const PARTNERSHIP_KINDS = ['skills-partnership', 'training'] as const satisfies readonly Pathway['kind'][];

export const isPartnershipKind = (kind: Pathway['kind']): boolean => PARTNERSHIP_KINDS.some((one) => one === kind);

/** What a part of the training costs and who pays it; without `money` the amount is not known. */
const TrainingCost = z.strictObject({ label: Text, money: Money.optional(), payer: Payer });

const Fields = z.strictObject({
  id: Id,
  pathway: Id,
  name: Text,
  provider: z.strictObject({ name: Line, country: Country }),
  curriculum: Text,
  months: SomeMonths.optional(),
  hours: Count.optional(),
  language: z.strictObject({ of: Language, reached: Cefr.optional() }).optional(),
  startsOn: CalendarDate,
  endsOn: CalendarDate.optional(),
  applyBy: CalendarDate.optional(),
  seats: z.strictObject({ away: Count, home: Count }),
  costs: z.array(TrainingCost).max(50),
  certificate: z.strictObject({
    name: Text,
    by: Line,
    recognisedIn: z.array(Country).min(1).max(50).describe('a list of countries with at least one, such as ["DE"]'),
  }),
  source: z.strictObject({ title: Line, url: WebAddress.optional(), asOf: CalendarDate }),
});

const isBefore = (day: unknown, other: unknown): day is string =>
  typeof day === 'string' && typeof other === 'string' && day < other;

/** Refuses days out of order. */
function* inspectDays({ startsOn, endsOn, applyBy }: JsonObject): Generator<Fault> {
  if (isBefore(endsOn, startsOn))
    yield { path: ['endsOn'], message: `ends before it begins: ${shown(endsOn)} is before ${shown(startsOn)}` };
  if (isBefore(startsOn, applyBy))
    yield { path: ['applyBy'], message: `people apply until ${shown(applyBy)}, and it begins on ${shown(startsOn)}` };
}

/**
 * Training in the state of origin under a pathway: `months` and `hours` of it, `language.reached` what whoever ends it speaks, `seats` on
 * the two tracks (Global Compact, objective 18 (e)).
 */
export const Partnership = inspected(Fields, inspectDays);
export type Partnership = z.infer<typeof Partnership>;

export const PARTNERSHIP_STAGES = ['open', 'closed'] as const;
export type PartnershipStage = (typeof PARTNERSHIP_STAGES)[number];

/** Why a partnership may come not to fit its pathway, which changes without it. */
export const OUTGROWN = ['no-pathway', 'shut', 'kind', 'provider'] as const;
export type Outgrown = (typeof OUTGROWN)[number];

/** A closed one takes nobody in any more; that can be taken back. */
export const PARTNERSHIP_MOVES = {
  close: { from: 'open', to: 'closed' },
  reopen: { from: 'closed', to: 'open' },
} as const satisfies Record<string, { from: PartnershipStage; to: PartnershipStage }>;
export type PartnershipMove = keyof typeof PARTNERSHIP_MOVES;

export const isPartnershipMove = (text: unknown): text is PartnershipMove =>
  typeof text === 'string' && Object.hasOwn(PARTNERSHIP_MOVES, text);

/** A partnership as everybody reads it: with the office that published it and the seats that nobody has taken yet. */
export const PublishedPartnership = z.strictObject({
  ...Fields.shape,
  destination: Country,
  seatsLeft: z.strictObject({ away: Count, home: Count }),
  stage: z.enum(PARTNERSHIP_STAGES),
  misfit: z
    .enum(OUTGROWN)
    .nullable()
    .describe('Why it does not fit its pathway as that stands by now; then it is offered to nobody. null: it fits.'),
  office: z.strictObject({ id: z.string(), name: z.string().nullable() }),
  example: z.boolean().describe('Made up to show how things work.'),
});
export type PublishedPartnership = z.infer<typeof PublishedPartnership>;
