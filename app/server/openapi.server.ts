import * as z from 'zod';
import { DEFAULT_OCCUPATIONS, LONGEST_OCCUPATION_Q, MOST_OCCUPATIONS } from '../../db/queries/occupation.ts';
import { DEFAULT_PER_PAGE, LONGEST_Q, MOST_PER_PAGE } from '../../search/address.ts';
import { PATHWAY_FACETS, PATHWAY_SORTS } from '../../search/engine.ts';
import { FACET_VALUES } from '../../search/pathway/query.ts';
import { CalendarDate } from '../domain/documents/dates.ts';
import { type DocumentType, documentSchemas, jsonSchemaOf } from '../domain/documents/index.ts';
import { LOCALES } from '../i18n/locale.ts';
import { type Call, operations } from './openapi/call.ts';
import { INQUIRY_ANSWERS, INQUIRY_CALLS } from './openapi/inquiries.ts';
import { MATCH_ANSWERS, MATCH_CALLS } from './openapi/matches.ts';
import { count, inPath, query, repeated } from './openapi/parameters.ts';
import { PARTNERSHIP_ANSWERS, PARTNERSHIP_CALLS } from './openapi/partnerships.ts';
import { QUOTA_ANSWERS, QUOTA_CALLS } from './openapi/quotas.ts';
import {
  integer,
  list,
  object,
  type Properties,
  partsOf,
  reference,
  type Schema,
  schemaOf,
  text,
  withState,
} from './openapi/schema.ts';
import { VACANCY_ANSWERS, VACANCY_CALLS } from './openapi/vacancies.ts';

const { properties: ofPathway } = partsOf('pathway');
const pathwayKeys = <K extends string>(...keys: K[]): Properties =>
  Object.fromEntries(keys.map((key) => [key, ofPathway[key] ?? {}]));

const months = { type: ['integer', 'null'] };
const wayBack = object({ label: text, due: object({ after: text, days: integer }) });
const reentry = object({}, { priority: { type: 'boolean' }, coolingOffMonths: integer });
const highlight = object({
  field: { enum: ['name', 'summary'] },
  language: text,
  pieces: list(object({ text, match: { type: 'boolean' } })),
});

/** What answers are made of beside the documents. */
const ANSWERS: Record<string, Schema> = {
  ...INQUIRY_ANSWERS,
  ...MATCH_ANSWERS,
  ...PARTNERSHIP_ANSWERS,
  ...QUOTA_ANSWERS,
  ...VACANCY_ANSWERS,
  PublishedPathway: withState('pathway', { quotas: list(reference('QuotaState')) }),
  PathwayHit: object(
    {
      ...pathwayKeys('id', 'destination', 'origins', 'kind', 'sectors', 'occupations', 'status', 'effective'),
      ...pathwayKeys('familyMayAccompany', 'leadsToSettlement', 'verifiedOn', 'confidence'),
      name: text,
      summary: text,
      stay: object({ initialMonths: months, maxMonths: months, renewable: { type: 'boolean' } }),
      commitment: schemaOf(FACET_VALUES.commitment),
      wayBack: list(wayBack),
      workerPays: schemaOf(FACET_VALUES.pays),
      workerCosts: list(object({ label: text }, { money: reference('Money') })),
      placesLeft: months,
      updated: reference('Date'),
      highlights: list(highlight),
    },
    {
      ...pathwayKeys('exceptOrigins'),
      reentry,
      wageFloor: object({ money: reference('Money'), per: { enum: ['hour', 'month', 'year'] } }),
    },
  ),
};

/** What is published: all but profiles, which are personal data. */
const PUBLISHED = [
  'pathway',
  'procedure',
  'quota',
  'vacancy',
  'pathway-test',
] as const satisfies readonly DocumentType[];

const counts = { type: 'object', additionalProperties: integer };

const CALLS: Record<string, Call | readonly Call[]> = {
  '/pathways': {
    summary:
      'Search pathways. Repeated keys are alternatives; facet counts leave the facet’s own filter out; "any" counts for none.',
    parameters: [
      query('q', { type: 'string', maxLength: LONGEST_Q }, 'Words in any language; the last one may be unfinished.'),
      ...PATHWAY_FACETS.map((facet) => repeated(facet, schemaOf(FACET_VALUES[facet]), `Filter by ${facet}.`)),
      query('sort', { enum: PATHWAY_SORTS, default: 'relevance' }, 'The order.'),
      query('page', count(undefined, 1), 'The page, from 1.'),
      query('perPage', count(MOST_PER_PAGE, DEFAULT_PER_PAGE), 'How many a page holds.'),
      query('locale', { enum: Object.keys(LOCALES) }, 'The language of names; absent: by Accept-Language.'),
    ],
    answer: object(
      {
        total: integer,
        page: integer,
        perPage: integer,
        hits: list(reference('PathwayHit')),
        facets: object(Object.fromEntries(PATHWAY_FACETS.map((facet) => [facet, counts]))),
        engine: { enum: ['meilisearch', 'postgres'] },
        locale: { enum: Object.keys(LOCALES) },
        asOf: reference('Date'),
      },
      { degraded: { const: true, description: 'Another engine should have answered and did not.' } },
    ),
  },
  '/pathways/{id}': {
    summary: 'A pathway as published, and its quotas with their state.',
    parameters: [
      inPath('id', 'The pathway’s id.'),
      query(
        'on',
        schemaOf(CalendarDate),
        'What was in force on this day; absent: today, or what is announced or has ended.',
      ),
    ],
    answer: reference('PublishedPathway'),
  },
  '/procedures/{origin}': {
    summary: 'The departure procedures of an origin state.',
    parameters: [
      inPath('origin', 'ISO 3166-1 alpha-2 country code.'),
      query(
        'on',
        schemaOf(CalendarDate),
        'Those in force on this day; absent: today, or what is announced or has ended.',
      ),
    ],
    answer: object({ origin: text, procedures: list(reference('procedure')) }),
  },
  ...VACANCY_CALLS,
  '/occupations': {
    summary:
      'A job title in any language to ISCO-08 and, where it is imported, ESCO: best first, one row a concept. Concepts are groups of 1–4 digits and occupations of ESCO.',
    parameters: [
      query('q', { type: 'string', maxLength: LONGEST_OCCUPATION_Q }, 'The title, or a code of ISCO-08 or ESCO.'),
      query('language', text, 'BCP 47, the reader’s: labels come in it, and titles in it are likelier.'),
      query('limit', count(MOST_OCCUPATIONS, DEFAULT_OCCUPATIONS), 'How many rows.'),
    ],
    answer: object({
      hits: list(
        object(
          { code: text, isco: text, label: text, matched: text, language: text, score: { type: 'number' } },
          { uri: { type: 'string', format: 'uri', description: 'ESCO’s conceptUri, once ESCO is imported.' } },
        ),
      ),
    }),
  },
  ...INQUIRY_CALLS,
  ...MATCH_CALLS,
  ...QUOTA_CALLS,
  ...PARTNERSHIP_CALLS,
  '/documents': {
    summary:
      'Publish documents, all or none. Who may publish what: a destination ministry the pathways to its state with their test cases and quotas, an origin ministry its procedures, an employer its vacancies.',
    does: 'publish',
    body: list({ anyOf: PUBLISHED.map(reference) }),
    answer: object(
      { created: integer, updated: integer, unchanged: integer },
      {
        warnings: {
          ...list(object({ path: text, message: text })),
          description:
            'What is worth a look and no reason to refuse, by its place in what was sent: what of a vacancy has to be looked at, and whether it is offered to nobody until then.',
        },
        searchable: { const: false, description: 'What was written is not searchable yet: that is under way.' },
      },
    ),
  },
  '/openapi.json': { summary: 'This description.', answer: { type: 'object' } },
  '/schemas/{type}.json': {
    summary: 'The JSON Schema of a document.',
    parameters: [inPath('type', 'The type of document.', { enum: Object.keys(documentSchemas) })],
    answer: { type: 'object' },
  },
};

const problemSchema = object(
  { type: text, title: text, status: integer, detail: text },
  { errors: list(object({ path: text, message: text })) },
);
/** Shared parts of the five schemas stand among the components, once. */
function components(): Record<string, Schema> {
  const all: Record<string, Schema> = { Problem: problemSchema, ...ANSWERS };
  for (const type of [...PUBLISHED, 'profile'] as const) {
    const { $schema: _dialect, $id: _id, $defs, ...schema } = jsonSchemaOf(type);
    Object.assign(all, $defs, { [type]: schema });
  }
  return all;
}

const Described = z.object({ paths: z.record(z.string(), z.unknown()), components: z.record(z.string(), z.unknown()) });

/** Paths and components, made once: the schemas do not change while we run. References lead to the components. */
const described = Described.parse(
  JSON.parse(
    JSON.stringify({
      paths: Object.fromEntries(Object.entries(CALLS).map(([path, calls]) => [path, operations([calls].flat())])),
      components: { schemas: components(), securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    }).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ),
);

/** The API described by the schemas that validate it. */
export const openApi = (publicUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Fairway',
    version: '1',
    description:
      'Regular pathways of labour migration: who qualifies, what they cost, how many places there are, and the way back.',
  },
  servers: [{ url: `${publicUrl}/api/v1` }],
  ...described,
});
