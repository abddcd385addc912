import type { LoaderFunctionArgs } from '@remix-run/node';
import { isDatabaseUnavailable } from '../../db/unavailable.ts';
import { respond } from './etag.server.ts';

/** RFC 9457: what went wrong; `path` is a JSON Pointer into the body or the name of a query key. */
export type ApiProblem = {
  status: number;
  title: string;
  detail: string;
  errors?: readonly { path: string; message: string }[];
  retryAfter?: number;
};

export function problem({ status, title, detail, errors, retryAfter }: ApiProblem): Response {
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(retryAfter && { 'Retry-After': String(retryAfter) }),
  });
  return new Response(JSON.stringify({ type: 'about:blank', title, status, detail, ...(errors && { errors }) }), {
    status,
    headers,
  });
}

export const notFoundProblem = (detail: string) => problem({ status: 404, title: 'Not Found', detail });

/** A query that can be read and means nothing here. */
export const badQuery = (bad: readonly { key: string; value: string; expected: string }[]) =>
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

export const json = (request: Request, body: unknown): Response =>
  respond(request, JSON.stringify(body), {
    headers: new Headers({
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': CACHE,
      'Access-Control-Allow-Origin': '*',
    }),
  });

/** An answer about somebody: for the one who asked, and for no cache. */
export const personalJson = (body: unknown): Response =>
  new Response(JSON.stringify(body), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
    },
  });

/** A call as a loader or an action: its errors become problem documents. */
export function apiCall(handle: (args: LoaderFunctionArgs) => Promise<Response> | Response) {
  return async (args: LoaderFunctionArgs): Promise<Response> => {
    try {
      return await handle(args);
    } catch (error) {
      if (isDatabaseUnavailable(error))
        return problem({
          status: 503,
          title: 'Service Unavailable',
          detail: 'The database does not answer. Try again in a few seconds.',
          retryAfter: 5,
        });
      args.context.log.error({ err: error, path: new URL(args.request.url).pathname }, 'an API call failed');
      return problem({ status: 500, title: 'Internal Server Error', detail: 'It is our fault; it has been logged.' });
    }
  };
}

/** The action of a call that can only be read. */
export const readOnly = () =>
  problem({ status: 405, title: 'Method Not Allowed', detail: 'This call can only be read: use GET.' });

/** The loader of a call that is asked with a body. */
export const postOnly = () =>
  problem({ status: 405, title: 'Method Not Allowed', detail: 'This call takes a body: use POST.' });
