import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';

/** A route and those around it, the innermost first. */
function chainOf(build: ServerBuild, id: string | undefined): string[] {
  const route = id === undefined ? undefined : build.routes[id];
  return route ? [route.id, ...chainOf(build, route.parentId)] : [];
}

const only = <T>(routes: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)));

/** The build as if it had no route but this one. */
function narrowed(build: ServerBuild, id: string): ServerBuild {
  const chain = chainOf(build, id);
  const { assets } = build;
  return {
    ...build,
    routes: only(build.routes, chain),
    assets: { ...assets, routes: only(assets.routes, chain) },
  };
}

/**
 * Hands a request to the framework with no route to look through but the one that the gate found: it looks through all that it is given
 * four times a request, which with a hundred of them takes longer than a database.
 */
export function routeHandlers(build: ServerBuild, getLoadContext: GetLoadContextFunction): RequestHandler {
  const handlers = new Map<string | undefined, RequestHandler>();
  return (request, response, next) => {
    const { route } = response.locals;
    const known = handlers.get(route);
    if (known) return known(request, response, next);
    const made = createRequestHandler({
      build: route === undefined ? build : narrowed(build, route),
      mode: process.env['NODE_ENV'],
      getLoadContext,
    });
    handlers.set(route, made);
    return made(request, response, next);
  };
}
