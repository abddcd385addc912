import * as z from 'zod';
import { DEFAULT_OCCUPATIONS, LONGEST_OCCUPATION_Q, MOST_OCCUPATIONS } from '../../db/queries/occupation.ts';
import { PATHWAY_FACETS, PATHWAY_SORTS } from '../../search/engine.ts';
import { DEFAULT_PER_PAGE, FACET_VALUES, LONGEST_Q, MOST_PER_PAGE } from '../../search/pathway/query.ts';
import { CalendarDate } from '../domain/documents/dates.ts';
import { type DocumentType, documentSchemas, jsonSchemaOf } from '../domain/documents/index.ts';
import { LOCALES } from '../i18n/locale.ts';
import { INQUIRY_ANSWERS, INQUIRY_CALLS } from './openapi/inquiries.ts';
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
} from './openapi/schema.ts';

const count = (most: number | undefined, absent: number): Schema => ({
  type: 'integer',
  minimum: 1,
  ...(most !== undefined && { maximum: most }),
  default: absent,
});

type Parameter = {
  name: string;
  in: 'query' | 'path';
  required?: true;
  schema: Schema;
  description: string;
  style?: 'form';
  explode?: true;
};

const query = (name: string, schema: Schema, description: string): Parameter => ({
  name,
  in: 'query',
  schema,
  description,
});
const repeated = (name: string, items: Schema, description: string): Parameter => ({
  ...query(name, { type: 'array', items }, description),
  style: 'form',
  explode: true,
});
const inPath = (name: string, description: string, schema: Schema = { type: 'string' }): Parameter => ({
  name,
  in: 'path',
  required: true,
  schema,
  description,
});

/** A call; one with a body is a POST. `writes`: it publishes what it is sent, for a token's holder. */
type Call = { summary: string; parameters?: readonly Parameter[]; body?: Schema; answer: Schema; writes?: true };

/** A document with what the marketplace knows of it beside its own keys; a closed schema cannot be extended by another. */
function withState(type: DocumentType, state: Properties): Schema {
  const { properties, required } = partsOf(type);
  return { ...object({ ...properties, ...state }), required: [...required, ...Object.keys(state)] };
}

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

const quotaState = { allocated: integer, used: integer, remaining: integer };

/** What answers are made of beside the documents. */
const ANSWERS: Record<string, Schema> = {
  ...INQUIRY_ANSWERS,
  PublishedPathway: withState('pathway', { quotas: list(reference('QuotaState')) }),
  QuotaState: withState('quota', quotaState),
  QuotaWithLedger: withState('quota', { ...quotaState, ledger: list({ type: 'object' }) }),
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

const CALLS: Record<string, Call> = {
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
  '/quotas/{id}': {
    summary: 'A quota and its state.',
    parameters: [inPath('id', 'The quota’s id.')],
    answer: reference('QuotaWithLedger'),
  },
  '/occupations': {
    summary: 'A job title in any language to ISCO-08, best first, one row a group.',
    parameters: [
      query('q', { type: 'string', maxLength: LONGEST_OCCUPATION_Q }, 'The title, or an ISCO-08 code.'),
      query('language', text, 'BCP 47; labels come in it.'),
      query('limit', count(MOST_OCCUPATIONS, DEFAULT_OCCUPATIONS), 'How many rows.'),
    ],
    answer: object({
      hits: list(
        object({ code: text, isco: text, label: text, matched: text, language: text, score: { type: 'number' } }),
      ),
    }),
  },
  ...INQUIRY_CALLS,
  '/documents': {
    summary:
      'Publish documents, all or none. Who may publish what: a destination ministry the pathways to its state with their test cases and quotas, an origin ministry its procedures, an employer its vacancies.',
    writes: true,
    body: list({ anyOf: PUBLISHED.map(reference) }),
    answer: object(
      { created: integer, updated: integer, unchanged: integer },
      { searchable: { const: false, description: 'What was written is not searchable yet: that is under way.' } },
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
const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: reference('Problem') } },
});

const has = (parameters: readonly Parameter[], place: Parameter['in']) => parameters.some((one) => one.in === place);

const answered = (description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});

const UNAVAILABLE = {
  429: problemAnswer('Too many requests from one network; see Retry-After.'),
  503: problemAnswer('The database does not answer; see Retry-After.'),
};

const reading = ({ summary, parameters = [], answer }: Call) => ({
  get: {
    summary,
    parameters,
    responses: {
      200: answered('The answer; revalidate it by its ETag.', answer),
      304: { description: 'Unchanged since the ETag in If-None-Match.' },
      ...(has(parameters, 'path') && { 404: problemAnswer('There is none.') }),
      ...(has(parameters, 'query') && { 422: problemAnswer('A value of the query is not valid.') }),
      ...UNAVAILABLE,
    },
  },
});

const asking = ({ summary, answer }: Call, body: Schema) => ({
  post: {
    summary,
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: {
      200: answered('The answer, for whoever asked and for no cache; nothing of it is kept.', answer),
      400: problemAnswer('The body is not JSON.'),
      413: problemAnswer('The body is larger than 1 MiB.'),
      415: problemAnswer('The body is not sent as application/json.'),
      422: problemAnswer('The body is JSON and wrong: every place, and what was expected there.'),
      ...UNAVAILABLE,
    },
  },
});

const publishing = ({ summary, answer }: Call, body: Schema) => ({
  post: {
    summary,
    security: [{ token: [] }],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: body },
        'application/x-ndjson': { schema: { type: 'string', description: 'One such document a line.' } },
      },
    },
    responses: {
      200: answered('What became of the documents, searchable by now unless it says otherwise.', answer),
      400: problemAnswer('The body is not JSON.'),
      401: problemAnswer('There is no token, or one that is not known.'),
      403: problemAnswer('A document is not for this token to publish; nothing was written.'),
      413: problemAnswer('The body is larger than 1 MiB.'),
      415: problemAnswer('The body is sent as something else.'),
      422: problemAnswer(
        'A document is wrong, or does not fit the others: every place; nothing was written. A path begins with the index in the list, of lines with the line, from 1.',
      ),
      ...UNAVAILABLE,
    },
  },
});

function operation(call: Call) {
  const { body, writes } = call;
  if (body === undefined) return reading(call);
  return writes ? publishing(call, body) : asking(call, body);
}

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
      paths: Object.fromEntries(Object.entries(CALLS).map(([path, call]) => [path, operation(call)])),
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
