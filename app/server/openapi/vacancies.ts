import * as z from 'zod';
import { DEFAULT_PER_PAGE, LONGEST_Q, MOST_PER_PAGE } from '../../../search/address.ts';
import { VACANCY_FACETS, VACANCY_SORTS } from '../../../search/engine.ts';
import { DEFAULT_CURRENCY, VACANCY_VALUES } from '../../../search/vacancy/query.ts';
import { PUBLIC_STAGES } from '../../domain/vacancy/stage.ts';
import { LOCALES } from '../../i18n/locale.ts';
import type { Call } from './call.ts';
import { count, inPath, query, repeated } from './parameters.ts';
import {
  integer,
  list,
  number,
  object,
  orNull,
  partsOf,
  reference,
  type Schema,
  schemaOf,
  text,
  withState,
} from './schema.ts';

const { properties: ofVacancy } = partsOf('vacancy');
const keys = <K extends string>(...names: K[]) =>
  Object.fromEntries(names.map((name): [string, Schema] => [name, ofVacancy[name] ?? {}]));

const stage = { enum: PUBLIC_STAGES };
const example = { type: 'boolean', description: 'Made up to show how things work.' };

const flagged = {
  const: true,
  description:
    'Something of it has to be looked at, or does not fit its pathway any more: it is offered to nobody meanwhile.',
};

const FACET_WORDS: Partial<Record<(typeof VACANCY_FACETS)[number], string>> = {
  origin: 'Whoever may come from there under the pathway.',
  occupation: 'ISCO-08; either code may be the prefix of the other.',
  pathway: 'By the id of its pathway.',
  kind: 'By the kind of its pathway.',
  settlement: 'Whether its pathway leads to settlement.',
  family: 'Whether family may come along under its pathway.',
  language: 'A language that it asks for, whatever the region; none: it says that it asks for none.',
  wage: 'A band by where it begins: euros, gross a month, by the rates imported. Wages without a rate are in none.',
};

const marked = object({
  field: { const: 'title' },
  language: text,
  pieces: list(object({ text, match: { type: 'boolean' } })),
});

/** What answers about vacancies are made of. */
export const VACANCY_ANSWERS: Record<string, Schema> = {
  PublishedVacancy: withState('vacancy', { placesLeft: integer, stage, example }, { flagged }),
  VacancyHit: object(
    {
      ...keys('id', 'destination', 'occupation', 'sector', 'places', 'wage', 'contractMonths'),
      ...{ title: text, placesLeft: integer, stage, example },
      employer: object({ id: text, name: orNull(text) }),
      pathway: object({ id: text, name: text, kind: schemaOf(VACANCY_VALUES.kind) }),
      yearly: {
        ...orNull(reference('Money')),
        description: 'Gross for a year: a month × 12, an hour × hoursPerWeek × 52. Null: the hours are not stated.',
      },
      comparable: {
        ...orNull(reference('Money')),
        description:
          'The same in the currency asked for, by `rates`. Null: no rate is known, and it compares with its own currency only.',
      },
      workerPays: { enum: ['nothing', 'some', 'not-stated'] },
      workerCosts: list(object({ label: text }, { money: reference('Money') })),
      commitment: { enum: ['none', 'leave-at-end', 'signed-commitment', 'bond', 'cooling-off'] },
      wayBack: list(object({ label: text, due: { type: 'object' } })),
      highlights: list(marked),
    },
    keys('region', 'hoursPerWeek', 'startOn', 'applyBy', 'languages', 'provides', 'workerFees'),
  ),
};

const counts = { type: 'object', additionalProperties: integer };

/** What can be asked of vacancies. */
export const VACANCY_CALLS: Record<string, Call> = {
  '/vacancies': {
    summary:
      'Search the vacancies that are open today. Repeated keys are alternatives; facet counts leave the facet’s own filter out, and occupations are counted by their ISCO-08 sub-major group, of two digits. A job title in one language finds vacancies written in another.',
    parameters: [
      query('q', { type: 'string', maxLength: LONGEST_Q }, 'Words in any language; the last one may be unfinished.'),
      ...VACANCY_FACETS.map((facet) =>
        repeated(facet, schemaOf(VACANCY_VALUES[facet]), FACET_WORDS[facet] ?? `Filter by ${facet}.`),
      ),
      query(
        'wageAtLeast',
        { type: 'number', minimum: 0 },
        'The least gross wage a month, in `currency`: wages of a year count a twelfth, of an hour hoursPerWeek × 52 / 12. Where a rate is missing, only wages in `currency` itself are found.',
      ),
      query(
        'currency',
        { ...schemaOf(z.string()), default: DEFAULT_CURRENCY },
        'ISO 4217: what wages are compared in.',
      ),
      query('startFrom', schemaOf(z.iso.date()), 'Those that state a start, on this day or later.'),
      query('sort', { enum: VACANCY_SORTS, default: 'relevance' }, 'The order. What is not stated stands last.'),
      query('page', count(undefined, 1), 'The page, from 1.'),
      query('perPage', count(MOST_PER_PAGE, DEFAULT_PER_PAGE), 'How many a page holds.'),
      query('locale', { enum: Object.keys(LOCALES) }, 'The language of names; absent: by Accept-Language.'),
    ],
    answer: object(
      {
        ...{ total: integer, page: integer, perPage: integer, hits: list(reference('VacancyHit')) },
        facets: object(Object.fromEntries(VACANCY_FACETS.map((facet) => [facet, counts]))),
        ...{ engine: { enum: ['meilisearch', 'postgres'] }, locale: { enum: Object.keys(LOCALES) }, currency: text },
        rates: list(object({ currency: text, perEUR: number, date: reference('Date'), source: text })),
        asOf: reference('Date'),
      },
      { degraded: { const: true, description: 'Another engine should have answered and did not.' } },
    ),
  },
  '/vacancies/{id}': {
    summary:
      'A vacancy as published, how many places are left, its stage, and whether it is flagged: what ended or is not offered stays readable.',
    parameters: [inPath('id', 'The vacancy’s id.')],
    answer: reference('PublishedVacancy'),
  },
};
