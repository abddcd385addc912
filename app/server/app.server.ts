import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { AppContext } from './context.ts';
import { observe } from './observe.server.ts';
import { limitBody, securityHeaders } from './security.server.ts';
import { withUnavailable } from './unavailable.server.ts';

export type AppOptions = {
  build: ServerBuild;
  /** The folder of the built client files. */
  clientFolder: string;
  context: AppContext;
  /** Whether the database answers, for /readyz. */
  isReady(): Promise<boolean>;
  searchState(): 'ok' | 'degraded';
};

/** Probes answer without the framework, so that they tell of the process and nothing else. */
function probes({ isReady, searchState }: AppOptions): { path: string; handler: RequestHandler }[] {
  return [
    { path: '/healthz', handler: (_request, response) => void response.json({ status: 'ok' }) },
    {
      path: '/readyz',
      handler: async (_request, response) => {
        const ready = await isReady().catch(() => false);
        response.status(ready ? 200 : 503).json({
          status: ready ? searchState() : 'unavailable',
          database: ready ? 'ok' : 'unavailable',
          search: searchState(),
        });
      },
    },
  ];
}

const YEAR = 365 * 24 * 3600 * 1000;

/** The HTTP application: headers, limits, probes, files, then Remix. */
export function createApp(options: AppOptions): Express {
  const { build, clientFolder, context, searchState } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // answers bring their own
  app.set('trust proxy', 'loopback');
  const { registry, handler } = observe(context.log, () => searchState() === 'degraded');
  app.use(handler);
  app.use(securityHeaders(context.publicUrl.startsWith('https:')));
  app.use(limitBody);
  for (const probe of probes(options))
    app.get(
      probe.path,
      (_request, response, next) => {
        response.set('Cache-Control', 'no-store');
        next();
      },
      probe.handler,
    );
  app.get(
    '/metrics',
    async (_request, response) => void response.type(registry.contentType).send(await registry.metrics()),
  );
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
  app.use(express.static(clientFolder, { maxAge: '1h', index: false, redirect: false }));
  app.all(
    '*',
    createRequestHandler({
      build: withUnavailable(build),
      mode: process.env['NODE_ENV'],
      getLoadContext: () => context,
    }),
  );
  return app;
}
