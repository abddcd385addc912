import type * as z from 'zod';
import { type Parsed, type Problem, parseAs } from '../domain/documents/index.ts';
import { problem } from './api.server.ts';

/** A body that can be read and is wrong: every place, and what was expected there. */
export const badBody = (problems: readonly Problem[]): Response =>
  problem({
    status: 422,
    title: 'Unprocessable Content',
    detail: `${problems.length === 1 ? 'One place' : `${problems.length} places`} of the request cannot be accepted.`,
    errors: problems.map(({ path, message }) => ({ path, message })),
  });

/** The media type that a request states, without its parameters. */
export const contentType = (request: Request): string =>
  request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';

/** Reads a JSON request of a schema's shape, or answers what is wrong with it. */
export async function readBody<D>(
  request: Request,
  schema: z.ZodType<D>,
): Promise<{ ok: true; body: D } | { ok: false; response: Response }> {
  const refuse = (response: Response) => ({ ok: false, response }) as const;
  if (contentType(request) !== 'application/json')
    return refuse(
      problem({ status: 415, title: 'Unsupported Media Type', detail: 'Send the request as application/json.' }),
    );
  let input: unknown;
  try {
    input = JSON.parse(await request.text());
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it could not be read';
    return refuse(problem({ status: 400, title: 'Bad Request', detail: `The request is not JSON: ${why}.` }));
  }
  const parsed: Parsed<D> = parseAs(schema, input);
  return parsed.ok ? { ok: true, body: parsed.document } : refuse(badBody(parsed.problems));
}
