import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What a path is called in figures and logs: its shape, never a reader's own words. */
function shapeOf({ path }: Request): string {
  const [, first = '', second = '', third] = path.split('/');
  if (first === 'assets') return '/assets';
  return `/${[first === 'api' ? `api/${second}/${third ?? ''}` : first.length === 2 ? ':locale' : first, first === 'api' ? '' : second].filter(Boolean).join('/')}`;
}

export type Observation = { registry: Registry; handler: RequestHandler };

/** Counts and times every answer, and logs it without its query or the reader's address. */
export function observe(log: Logger, searchDegraded: () => boolean): Observation {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by shape of path and status class',
    labelNames: ['path', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  new Gauge({
    name: 'search_degraded',
    help: '1 while another engine answers for the main one',
    registers: [registry],
    collect() {
      this.set(searchDegraded() ? 1 : 0);
    },
  });
  const known = new Set<string>();
  const handler: RequestHandler = (request, response, next) => {
    const started = performance.now();
    response.on('close', () => {
      const shape = shapeOf(request);
      // A scanner's made-up paths must not grow the figures without bound.
      const path = known.has(shape) || known.size < 100 ? shape : 'other';
      known.add(path);
      const elapsed = performance.now() - started;
      seconds.observe({ path, status: `${Math.floor(response.statusCode / 100)}xx` }, elapsed / 1000);
      log.info({ method: request.method, path, status: response.statusCode, ms: Math.round(elapsed) });
    });
    next();
  };
  return { registry, handler };
}
