import type { ServerBuild } from '@remix-run/node';

/** By its name, for the pages are a bundle of their own. */
const KEPT = Symbol.for('fairway.kept');

/**
 * What a loader found, out of sight of the framework, which would write all of it out for its script in a browser at a tenth of the cost
 * of a page: none runs there, and nobody reads it.
 */
const keep = (data: unknown): object => ({ [KEPT]: data });

/** What was kept; anything else is itself. */
export const opened = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && KEPT in data ? data[KEPT] : data;

/** With its status and headers, as `data` of the framework gives it. */
const hasInit = (found: unknown): found is { data: unknown } =>
  typeof found === 'object' && found !== null && 'init' in found && 'data' in found;

type Route = NonNullable<ServerBuild['routes'][string]>;

function keptRoute(route: Route): Route {
  const { loader, default: page } = route.module;
  if (!loader || !page) return route;
  const keptLoader: typeof loader = async (args) => {
    const found: unknown = await loader(args);
    if (found instanceof Response) return found;
    return hasInit(found) ? { ...found, data: keep(found.data) } : keep(found);
  };
  return { ...route, module: { ...route.module, loader: keptLoader } };
}

/** The build with the data of every page kept until it is drawn. */
export const withDataKept = (build: ServerBuild): ServerBuild => ({
  ...build,
  routes: Object.fromEntries(Object.entries(build.routes).map(([id, route]) => [id, route && keptRoute(route)])),
});
