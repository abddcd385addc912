import { DEFAULT_MATCHES, MatchInquiry, MOST_MATCHES } from '../../domain/documents/index.ts';
import { BASES } from '../../domain/matching/score.ts';
import type { PartName } from '../../domain/matching/weights.ts';
import type { Call } from './call.ts';
import { bodyOf, criterion, level, words } from './inquiries.ts';
import { count, inPath, query } from './parameters.ts';
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
  text,
} from './schema.ts';

const { properties: ofProfile } = partsOf('profile');

const yearly = orNull(object({ amount: number, currency: reference('Currency') }));
const textOrNull: Schema = { type: ['string', 'null'] };

/** What each part of a score tells of why it came to its points. */
const REASONS: Record<PartName, Properties> = {
  occupation: { asked: reference('Occupation'), nearest: textOrNull, digits: integer },
  experience: { occupation: reference('Occupation'), months: { type: ['integer', 'null'] } },
  skills: { asked: integer, missing: orNull(list(text)) },
  languages: { asked: list(object({ language: reference('Language'), cefr: level, held: textOrNull })) },
  wage: { offered: yearly, present: yearly },
  dates: { startOn: orNull(reference('Date')), availableFrom: orNull(reference('Date')), daysLate: integer },
};

const basis: Schema = {
  enum: BASES,
  description:
    'told: weighed. untold: the person does not say, so that it counts half. left-out: there is nothing to weigh.',
};

const reason: Schema = {
  oneOf: Object.entries(REASONS).map(([part, told]) =>
    object({ part: { const: part }, points: integer, most: integer, basis, label: reference('Text'), ...told }),
  ),
};

/** What both sides of a match see of it. */
const matched = {
  verdict: { enum: ['eligible', 'possible'] },
  score: { type: 'integer', minimum: 0, maximum: 100 },
  reasons: list(reference('ScorePart')),
  criteria: list(criterion),
};

const anonymousProfile = object(
  {},
  {
    residence: reference('Country'),
    education: ofProfile['education'] ?? {},
    languages: list(object({ language: reference('Language'), cefr: level })),
    experience: list(object({ occupation: reference('Occupation'), months: integer })),
    qualifications: list(
      object({
        ...{ occupation: reference('Occupation'), trainingMonths: integer, recognisedIn: list(reference('Country')) },
      }),
    ),
    skills: words('Those that the vacancy asks for.'),
    availableFrom: reference('Date'),
  },
);

/** What answers about matches are made of. */
export const MATCH_ANSWERS: Record<string, Schema> = { ScorePart: reason };

/** Workers and vacancies, from either side. */
export const MATCH_CALLS: Record<string, Call> = {
  '/matches': {
    summary:
      'The open vacancies that are best for a profile, each taken as its offer: eligible before possible, these by score, then id.',
    body: bodyOf(MatchInquiry),
    answer: object({
      on: reference('Date'),
      vacancies: list(object({ id: text, pathway: text, title: reference('Text'), ...matched })),
    }),
  },
  '/vacancies/{id}/workers': {
    summary:
      'With a token of its employer: the best workers for an open vacancy among those who agreed to be found, anonymous; eligible before possible, these by score. Each sees that the employer looked.',
    token: true,
    parameters: [inPath('id', 'The vacancy’s id.'), query('limit', count(MOST_MATCHES, DEFAULT_MATCHES), 'How many.')],
    answer: object({
      workers: list(
        object({
          id: { type: 'string', format: 'uuid', description: 'Of the worker, for this employer alone.' },
          profile: anonymousProfile,
          example: { type: 'boolean', description: 'Made up to show how things work.' },
          ...matched,
        }),
      ),
    }),
  },
};
