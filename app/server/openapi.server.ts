import * as z from 'zod';
import { PATHWAY_FACETS, PATHWAY_SORTS } from '../../search/engine.ts';
import { DEFAULT_PER_PAGE, FACET_VALUES, LONGEST_Q, MOST_PER_PAGE } from '../../search/pathway/query.ts';
import { CalendarDate } from '../domain/documents/dates.ts';
import { documentSchemas, jsonSchemaOf } from '../domain/documents/index.ts';
import { LOCALES } from '../i18n/locale.ts';

type Schema = Record<string, unknown>;

const schemaOf = (schema: z.ZodType): Schema => {
  const { $schema: _dialect, id: _id, $defs: _defs, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return rest;
};

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

type Call = { summary: string; parameters?: readonly Parameter[]; answer: Schema };

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});
const integer = { type: 'integer' };
const text = { type: 'string' };

const quotaWithState = {
  allOf: [reference('quota'), object({ allocated: integer, used: integer, remaining: integer })],
};

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
    answer: object({
      total: integer,
      page: integer,
      perPage: integer,
      hits: list(
        object({
          id: text,
          name: text,
          summary: text,
          destination: text,
          kind: text,
          status: text,
          commitment: text,
          placesLeft: { type: ['integer', 'null'] },
        }),
      ),
      facets: { type: 'object', additionalProperties: { type: 'object', additionalProperties: integer } },
      engine: { enum: ['meilisearch', 'postgres'] },
      asOf: schemaOf(CalendarDate),
    }),
  },
  '/pathways/{id}': {
    summary: 'A pathway as published, and its quotas with their state.',
    parameters: [
      inPath('id', 'The pathway’s id.'),
      query('on', schemaOf(CalendarDate), 'What was in force on this day; absent: today.'),
    ],
    answer: { allOf: [reference('pathway'), object({ quotas: list(quotaWithState) })] },
  },
  '/procedures/{origin}': {
    summary: 'The departure procedures of an origin state.',
    parameters: [inPath('origin', 'ISO 3166-1 alpha-2 country code.')],
    answer: object({ origin: text, procedures: list(reference('procedure')) }),
  },
  '/quotas/{id}': {
    summary: 'A quota and its state.',
    parameters: [inPath('id', 'The quota’s id.')],
    answer: quotaWithState,
  },
  '/occupations': {
    summary: 'A job title in any language to ISCO-08, best first, one row a group.',
    parameters: [
      query('q', { type: 'string', maxLength: 200 }, 'The title, or an ISCO-08 code.'),
      query('language', text, 'BCP 47; labels come in it.'),
      query('limit', count(100, 10), 'How many rows.'),
    ],
    answer: object({
      hits: list(
        object({ code: text, isco: text, label: text, matched: text, language: text, score: { type: 'number' } }),
      ),
    }),
  },
  '/schemas/{type}.json': {
    summary: 'The JSON Schema of a document.',
    parameters: [inPath('type', 'The type of document.', { enum: Object.keys(documentSchemas) })],
    answer: { type: 'object' },
  },
};

const problemSchema = object(
  { type: text, title: text, status: integer, detail: text, errors: list(object({ path: text, message: text })) },
  ['type', 'title', 'status', 'detail'],
);
const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: reference('Problem') } },
});

const operation = ({ summary, parameters = [], answer }: Call) => ({
  get: {
    summary,
    parameters,
    responses: {
      200: {
        description: 'The answer; revalidate it by its ETag.',
        content: { 'application/json': { schema: answer } },
      },
      304: { description: 'Unchanged since the ETag in If-None-Match.' },
      404: problemAnswer('There is none.'),
      422: problemAnswer('A value of the query is not valid.'),
      503: problemAnswer('The database does not answer; see Retry-After.'),
    },
  },
});

/** Shared parts of the five schemas stand among the components, once. */
function components(): Record<string, Schema> {
  const all: Record<string, Schema> = { Problem: problemSchema };
  for (const type of ['pathway', 'procedure', 'quota', 'vacancy', 'profile'] as const) {
    const { $schema: _dialect, $id: _id, $defs, ...schema } = jsonSchemaOf(type);
    Object.assign(all, $defs, { [type]: schema });
  }
  const moved: unknown = JSON.parse(JSON.stringify(all).replaceAll('"#/$defs/', '"#/components/schemas/'));
  return z.record(z.string(), z.record(z.string(), z.unknown())).parse(moved);
}

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
  paths: Object.fromEntries(Object.entries(CALLS).map(([path, call]) => [path, operation(call)])),
  components: { schemas: components() },
});
