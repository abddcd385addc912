import path from 'node:path';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { READ_METHODS } from './api.server.ts';
import type { AppContext } from './context.ts';
import { askerOf, gate, type Identify } from './gate.server.ts';
import { withDataKept } from './kept.ts';
import { observe } from './observe.server.ts';
import { isAway, withPatience } from './patience.server.ts';
import { limitRate, networkOf } from './rate-limit.server.ts';
import { findStylesheet, type Refuse, refuser } from './refuse.server.ts';
import { routeHandlers } from './route-handlers.server.ts';
import { limitBody, limitMethods, refuseForeignForms, securityHeaders, shareReads } from './security.server.ts';
import { withUnavailable } from './unavailable.server.ts';

export type AppOptions = {
  build: ServerBuild;
  /** The folder of the built client files. */
  clientFolder: string;
  context: AppContext;
  identify: Identify;
  /** Whether the database answers, for /readyz. */
  isReady(): Promise<boolean>;
  searchState(): 'ok' | 'degraded';
  /** Proxies whose X-Forwarded-* headers are believed. */
  trustedProxies: readonly string[];
  rateLimited: boolean;
};

/** How long a probe waits for the database, in milliseconds: whoever probes does not wait much longer. */
const PROBE_PATIENCE_MS = 2_000;

/** Probes and figures answer without the framework, so that they tell of the process and nothing else. */
function probes({ isReady, searchState }: AppOptions): Record<string, RequestHandler> {
  return {
    '/healthz': (_request, response) => void response.json({ status: 'ok' }),
    '/readyz': async (_request, response) => {
      const ready = await withPatience(isReady(), PROBE_PATIENCE_MS).catch(() => false);
      response.status(ready ? 200 : 503).json({
        status: ready ? searchState() : 'unavailable',
        database: ready ? 'ok' : 'unavailable',
        search: searchState(),
      });
    },
  };
}

/** Refusals of Express itself: addresses that cannot be decoded, files that are not there. Anything else is a bug. */
function onError(refuse: Refuse, { log }: AppContext): ErrorRequestHandler {
  return (error: { status?: number }, request, response, next) => {
    if (response.headersSent) return next(error);
    if (error.status === 400) refuse(request, response, 'address');
    else if (isAway(error)) refuse(request, response, 'away', { 'Retry-After': '5' });
    else if (error.status === 403 || error.status === 404) refuse(request, response, 'missing');
    else {
      log.error({ err: error, path: request.path }, 'a request failed outside the framework');
      refuse(request, response, 'broken');
    }
  };
}

const YEAR = 365 * 24 * 3600 * 1000;

/** The HTTP application: headers, limits, probes, files, then Remix. */
export function createApp(options: AppOptions): Express {
  const { build, clientFolder, context, searchState } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // answers bring their own
  app.set('trust proxy', options.trustedProxies);
  const refuse = refuser(findStylesheet(clientFolder));
  const { registry, handler } = observe(context.log, () => searchState() === 'degraded');
  app.use(handler);
  app.use(securityHeaders(context.publicUrl.startsWith('https:')));
  app.use('/api', shareReads);
  app.use(limitMethods(refuse));
  app.use(refuseForeignForms(context.publicUrl, refuse));
  app.use(limitBody(refuse));
  const figures: RequestHandler = async (_request, response) =>
    void response.type(registry.contentType).send(await registry.metrics());
  for (const [at, probe] of Object.entries({ ...probes(options), '/metrics': figures }))
    app
      .route(at)
      .get((_request, response, next) => {
        response.set('Cache-Control', 'no-store');
        next();
      }, probe)
      .all((request, response) => refuse(request, response, 'method', { Allow: READ_METHODS }));
  app.use(compression());
  app.use(
    '/assets',
    express.static(path.join(clientFolder, 'assets'), {
      immutable: true,
      maxAge: YEAR,
      index: false,
      fallthrough: false,
    }),
  );
  // Files have an extension and pages have none: no page is looked for among them.
  app.get(/\.\w+$/, express.static(clientFolder, { maxAge: '1h', index: false, redirect: false }));
  if (options.rateLimited) app.use(limitRate(refuse, context.log));
  app.use(gate(build, options.identify, refuse, context.log));
  app.all(
    '*',
    routeHandlers(withDataKept(withUnavailable(build)), (request, response) => ({
      ...context,
      ...askerOf(response),
      network: networkOf(request.ip ?? ''),
      nonce: response.locals.nonce ?? '',
    })),
  );
  app.use(onError(refuse, context));
  return app;
}
