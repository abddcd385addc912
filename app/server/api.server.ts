import type { LoaderFunctionArgs } from '@remix-run/node';
import { respond } from './etag.server.ts';
import { isAway, isUnderWay, withPatience } from './patience.server.ts';

/** RFC 9457: what went wrong; `path` is a JSON Pointer into the body or to a key of the query. */
export type ApiProblem = {
  status: number;
  title: string;
  detail: string;
  errors?: readonly { path: string; message: string }[];
};

export const problemDocument = ({ status, title, detail, errors }: ApiProblem): string =>
  JSON.stringify({ type: 'about:blank', title, status, detail, ...(errors && { errors }) });

export function problem({ headers, ...rest }: ApiProblem & { headers?: Readonly<Record<string, string>> }): Response {
  return new Response(problemDocument(rest), {
    status: rest.status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
  });
}

/** What cannot be done as things stand. */
export const conflict = (detail: string) => problem({ status: 409, title: 'Conflict', detail });

/** For those whose it is not. */
export const forbiddenProblem = (detail: string) => problem({ status: 403, title: 'Forbidden', detail });

export const notFoundProblem = (detail: string) => problem({ status: 404, title: 'Not Found', detail });

/** What a day of the query has to be. */
export const DATE_EXPECTED = 'a date that exists, YYYY-MM-DD';

type BadValue = { key: string; value: string; expected: string };

/** A key of the query that takes one value: the last one stated counts, an empty one is none, and each has to be right. */
export function readOne(
  params: URLSearchParams,
  key: string,
  isRight: (value: string) => boolean,
  expected: string,
): { value: string | undefined; bad: BadValue[] } {
  const values = params
    .getAll(key)
    .map((value) => value.trim())
    .filter(Boolean);
  const bad = values.filter((value) => !isRight(value)).map((value) => ({ key, value, expected }));
  return { value: values.at(-1), bad };
}

/** A whole number of the query from `least` to `most`; where none is stated, or one that is bad, the one for absent. */
export function readCount(
  params: URLSearchParams,
  key: string,
  { least, most, absent }: { least: number; most: number; absent: number },
): { value: number; bad: BadValue[] } {
  const isRight = (text: string) => /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most;
  const expected = `a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
  const { value, bad } = readOne(params, key, isRight, expected);
  return { value: bad.length === 0 && value !== undefined ? Number(value) : absent, bad };
}

/** A query that can be read and means nothing here. */
export const badQuery = (bad: readonly BadValue[]) =>
  problem({
    status: 422,
    title: 'Unprocessable Content',
    detail: `${bad.length === 1 ? 'A query value is' : `${bad.length} query values are`} not valid.`,
    errors: bad.map(({ key, value, expected }) => ({
      path: `/${key}`,
      message: `expected ${expected}, found "${value.slice(0, 80)}"`,
    })),
  });

/** Shared caches may keep an answer for a short while; readers revalidate it by its ETag. */
const CACHE = 'public, max-age=0, s-maxage=30, stale-while-revalidate=300';

export const json = (request: Request, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  respond(request, JSON.stringify(body), {
    headers: new Headers({ 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': CACHE, ...headers }),
  });

/** An answer about somebody, or for a token's holder: for the one who asked, and for no cache. */
export const personalJson = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });

const AWAY = 'The database does not answer. Try again in a few seconds.';
const UNDER_WAY =
  'Nothing answered in time, and what was asked may still be done. Sent again in a few seconds, the same documents and references count once.';

/** Why nothing came of a call for now; what was to be written and took too long may be written yet. */
export const awayProblem = (error: unknown, method: string): Response =>
  problem({
    status: 503,
    title: 'Service Unavailable',
    detail: isUnderWay(error) && method === 'POST' ? UNDER_WAY : AWAY,
    headers: { 'Retry-After': '5' },
  });

/** A call as a loader or an action: its errors become problem documents. `patienceMs`: how long it may take, absent: as a page. */
export function apiCall(handle: (args: LoaderFunctionArgs) => Promise<Response> | Response, patienceMs?: number) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      return await withPatience(handle(args), patienceMs);
    } catch (error) {
      if (isAway(error)) return awayProblem(error, args.request.method);
      args.context.log.error({ err: error, path: new URL(args.request.url).pathname }, 'an API call failed');
      return problem({ status: 500, title: 'Internal Server Error', detail: 'It is our fault; it has been logged.' });
    }
  };
}

/** What may be done with what can only be read. */
export const READ_METHODS = 'GET, HEAD, OPTIONS';
