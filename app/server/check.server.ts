import type { LoaderFunctionArgs } from '@remix-run/node';
import { type Check, openCheck } from '../use-cases/take-check.ts';
import { sessionOf } from './check-session.server.ts';

/** Pages of the check are one person's: nobody keeps a copy. */
export const CHECK_HEADERS = { 'Cache-Control': 'no-store' };

/** The check that a request is about. */
export async function checkOf({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>): Promise<Check> {
  const session = await sessionOf(request, context.publicUrl);
  return openCheck(context, { params: new URL(request.url).searchParams, session, on: context.today() });
}
