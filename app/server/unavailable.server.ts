import { data, type ServerBuild } from '@remix-run/node';
import { isAway, withPatience } from './patience.server.ts';

const RETRY_SECONDS = 5;

type Route = ServerBuild['routes'][string];

/** A loader whose database is away answers 503, which its page explains, in place of a bug's 500. */
function guarded(route: Route): Route {
  const { loader } = route.module;
  if (!loader) return route;
  const guardedLoader: typeof loader = async (args) => {
    try {
      return await withPatience(loader(args));
    } catch (error) {
      if (isAway(error)) throw data(null, { status: 503, headers: { 'Retry-After': String(RETRY_SECONDS) } });
      throw error;
    }
  };
  return { ...route, module: { ...route.module, loader: guardedLoader } };
}

/** The build with every loader guarded, so that no route has to think of it. */
export const withUnavailable = (build: ServerBuild): ServerBuild => ({
  ...build,
  routes: Object.fromEntries(Object.entries(build.routes).map(([id, route]) => [id, route && guarded(route)])),
});
