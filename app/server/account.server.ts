import { type AppLoadContext, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import type * as z from 'zod';
import type { Reply } from '../components/account/reply.tsx';
import { browserName } from '../domain/people/browser-name.ts';
import { isFresh } from '../domain/people/session-limits.ts';
import type { Session } from '../use-cases/people/sessions.ts';

/** Pages of an account are for one pair of eyes, and for no cache. */
export const ACCOUNT_HEADERS = { 'Cache-Control': 'no-store' };

/** Who is signed in; the gate lets nobody else come here. */
export function signedIn({ session }: AppLoadContext): Session {
  if (!session) throw new Error('a page of an account was reached by somebody without one');
  return session;
}

/**
 * Who is signed in, and was asked for a code or a password a moment ago; throws the way to sign in once more. A form comes back to its
 * page, a page to itself.
 */
export function freshlySignedIn(request: Request, context: AppLoadContext): Session {
  const session = signedIn(context);
  if (isFresh(session, new Date())) return session;
  const { pathname, search } = new URL(request.url);
  const query = new URLSearchParams({ next: `${pathname}${search}`, again: 'yes' });
  throw onwards(`/${pathname.split('/')[1]}/sign-in?${query}`);
}

/** What this browser is called, for its owner to know it again. */
export const browserNameOf = (request: Request): string => browserName(request.headers.get('User-Agent') ?? '');

/** The secret of the browser that waits for a code, if it does. */
export const waitingBrowser = ({ request, context }: Pick<LoaderFunctionArgs, 'request' | 'context'>) =>
  context.cookies.browser(request.headers.get('Cookie'));

/** The form again, with what is wrong; never with a password in it. */
export const again = (values: Reply['values'], ...problems: Reply['problems']) =>
  data<Reply>({ values, problems }, { status: 422, headers: ACCOUNT_HEADERS });

/** A page of ours to go on to, as an address named it; anything else is none. */
export function ownPage(to: string | null | undefined): string | undefined {
  const base = 'http://here.invalid';
  if (!to?.startsWith('/') || !URL.canParse(to, base)) return undefined;
  const url = new URL(to, base);
  return url.origin === base ? `${url.pathname}${url.search}` : undefined;
}

/** Why no code is sent. */
export const NO_CODE = { 'too-many': 'signIn.limited', capped: 'signIn.capped' } as const;

/** Goes on, with cookies and for no cache. */
export const onwards = (to: string, ...cookies: readonly string[]) =>
  redirect(to, {
    status: 303,
    headers: [...Object.entries(ACCOUNT_HEADERS), ...cookies.map((cookie): [string, string] => ['Set-Cookie', cookie])],
  });

/** What of a form cannot be taken: empty, or not what is expected. */
export const problemsOf = (error: z.ZodError, values: Reply['values']): Reply['problems'] =>
  [...new Set(error.issues.map(({ path: [field] }) => String(field)))].map((field) => ({
    field,
    message: values[field] ? 'form.wrong' : 'form.missing',
  }));
