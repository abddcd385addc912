import type { Parameter } from './parameters.ts';
import { reference, type Schema } from './schema.ts';

/**
 * A call; one with a body, or that does something, is a POST. `token`: it is for a token's holder. `does`: it publishes what it is sent,
 * takes places, moves an allocation on, or records one thing under its id.
 */
export type Call = {
  summary: string;
  parameters?: readonly Parameter[];
  body?: Schema;
  answer: Schema;
  token?: true;
  does?: 'publish' | 'allocate' | 'settle' | 'record';
};

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

const BY_TOKEN = { security: [{ token: [] }] };
const TOKEN_REFUSALS = {
  401: problemAnswer('There is no token, or one that is not known.'),
  403: problemAnswer('It is not for this token to do; nothing was done.'),
};

const reading = ({ summary, parameters = [], answer, token }: Call) => ({
  get: {
    summary,
    ...(token && BY_TOKEN),
    parameters,
    responses: {
      ...(token
        ? { 200: answered('The answer, for whoever asked and for no cache.', answer), ...TOKEN_REFUSALS }
        : {
            200: answered('The answer; revalidate it by its ETag.', answer),
            304: { description: 'Unchanged since the ETag in If-None-Match.' },
          }),
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
    ...BY_TOKEN,
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

const refusals = {
  ...TOKEN_REFUSALS,
  400: problemAnswer('The body is not JSON.'),
  404: problemAnswer('There is none.'),
  413: problemAnswer('The body is larger than 1 MiB.'),
  415: problemAnswer('The body is not sent as application/json.'),
  422: problemAnswer('The body is JSON and wrong: every place, and what was expected there.'),
  ...UNAVAILABLE,
};

const allocating = ({ summary, parameters, answer }: Call, body: Schema) => ({
  post: {
    ...{ summary, ...BY_TOKEN, parameters },
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: {
      200: answered('The reference was used before for the same: it was granted once.', answer),
      201: answered('The places are taken, from this quota and from every one above it.', answer),
      409: problemAnswer(
        'The places are not there, here or above; a quota is not in force; or the reference was used for something else.',
      ),
      ...refusals,
    },
  },
});

const settling = ({ summary, parameters, answer }: Call, body: Schema) => ({
  post: {
    ...{ summary, ...BY_TOKEN, parameters },
    requestBody: { content: { 'application/json': { schema: body } } },
    responses: {
      200: answered('The allocation as it is now; repeating the call changes nothing.', answer),
      409: problemAnswer(
        'The allocation has ended, the places are not there, or several offices hold one under this reference.',
      ),
      ...refusals,
    },
  },
});

const { 404: _none, ...recordRefusals } = refusals;

const recording = ({ summary, answer }: Call, body: Schema) => ({
  post: {
    ...{ summary, ...BY_TOKEN },
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: {
      200: answered('It stood under this id before and says this from now on.', answer),
      201: answered('Nothing stood under this id before.', answer),
      ...recordRefusals,
    },
  },
});

const POSTS = { publish: publishing, allocate: allocating, settle: settling, record: recording, ask: asking };

/** What can be done at one path, by method. */
export const operations = (calls: readonly Call[]) =>
  Object.assign({}, ...calls.map((call) => (call.body ? POSTS[call.does ?? 'ask'](call, call.body) : reading(call))));
