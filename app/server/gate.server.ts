import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { type Action, identityOf, mayAtAll } from '../domain/people/permission.ts';
import { VISITOR, type Who } from '../domain/people/who.ts';
import type { Session } from '../use-cases/people/sessions.ts';
import { accessOf, allowedMethods, VERBS } from './access.ts';
import { isApi, localeOf, type Refuse } from './refuse.server.ts';

/** Who asks, as a request is found to say. */
export type Asker = { who: Who; session?: Session };

/** Finds out who asks; `undefined` for a token that is none. */
export type Identify = (request: Request) => Promise<Asker | undefined>;

type Routes = Parameters<typeof matchRoutes>[0];

function treeOf({ routes }: ServerBuild): Routes {
  const all = Object.values(routes).flatMap((route) => route ?? []);
  const under = (parent: string): Routes =>
    all
      .filter((route) => route.parentId === parent)
      .map(({ id, path, index }) => (index ? { id, path, index } : { id, path, children: under(id) }));
  return under('root');
}

/** Paths that are kept with their routes: no more, and none longer, so that nobody fills the memory with made-up ones. */
const KEPT = { paths: 10_000, length: 200 };

/** Finds the route of a path as the framework does, which takes a third of a millisecond: paths asked for again are looked up. */
function routeFinder(build: ServerBuild): (path: string) => string | undefined {
  const tree = treeOf(build);
  const known = new Map<string, string | undefined>();
  return (path) => {
    if (known.has(path)) return known.get(path);
    const id = matchRoutes(tree, path)?.at(-1)?.route.id;
    if (known.size >= KEPT.paths) known.clear();
    if (path.length <= KEPT.length) known.set(path, id);
    return id;
  };
}

/** For these it does not matter who asks, so that nobody's session is looked up and every answer is the same. */
const ANYBODYS: readonly Action[] = ['read-public', 'ask-anonymously'];

const verbOf = (method: string) => VERBS.find((verb) => verb === (method === 'HEAD' ? 'GET' : method));

function toSignIn(request: Request, response: Response, ended: boolean): void {
  const query = new URLSearchParams(request.method === 'GET' ? { next: request.originalUrl } : {});
  if (ended) query.set('ended', 'yes');
  response
    .set('Cache-Control', 'no-store')
    .redirect(303, `/${localeOf(request)}/sign-in${query.size > 0 ? `?${query}` : ''}`);
}

declare global {
  namespace Express {
    interface Locals {
      asker?: Asker;
      /** The id of the route that the path leads to, where it is one of ours. */
      route?: string;
    }
  }
}

/** The asker whom the gate let through. */
export const askerOf = (response: Response): Asker => response.locals.asker ?? { who: VISITOR };

/**
 * Lets through whom the table of permissions lets: the first of the two questions, whether somebody may do this at all. Whether to
 * this object is the second, and the route's.
 */
export function gate(
  build: ServerBuild,
  identify: Identify,
  refuse: Refuse,
  log: Pick<Logger, 'warn'>,
): RequestHandler {
  const routeOf = routeFinder(build);
  return async (request, response, next) => {
    try {
      const route = routeOf(request.path);
      if (route === undefined) return next();
      response.locals.route = route;
      const access = accessOf(route);
      const verb = verbOf(request.method);
      const action = verb && access[verb];
      if (action === undefined) return refuse(request, response, 'method', { Allow: allowedMethods(access) });
      if (ANYBODYS.includes(action) && !(isApi(request) && request.get('Authorization'))) return next();
      const asker = await identify(request);
      if (!asker) {
        log.warn({ security: 'unknown token', route });
        return refuse(request, response, 'token', { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
      }
      response.locals.asker = asker;
      if (mayAtAll(asker.who, action)) return next();
      if (asker.who.kind !== 'visitor') {
        log.warn({ security: 'forbidden', route, action, identity: identityOf(asker.who) });
        return refuse(request, response, 'forbidden');
      }
      if (isApi(request)) return refuse(request, response, 'unknown', { 'WWW-Authenticate': 'Bearer' });
      return toSignIn(request, response, /(^|;\s*)(__Host-)?session=/.test(request.get('Cookie') ?? ''));
    } catch (error) {
      next(error);
    }
  };
}
