import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { READ_METHODS } from './api.server.ts';
import type { Refuse } from './refuse.server.ts';

/** The most a request's body may hold, in bytes. */
const MOST_BODY = 1024 * 1024;

/**
 * Nothing but our own style sheet and images may load, and no script runs without this answer's nonce (only the pages of passkeys have one).
 * `no-referrer` would make browsers post forms with `Origin: null`, which the framework refuses.
 */
export function securityHeaders(secure: boolean): RequestHandler[] {
  const rest = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  const policy = [...rest, ...(secure ? ['upgrade-insecure-requests'] : [])].join('; ');
  return [
    helmet({
      contentSecurityPolicy: false,
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      strictTransportSecurity: secure,
    }),
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString('base64');
      response.set('Content-Security-Policy', `${policy}; script-src 'nonce-${response.locals.nonce}'`);
      next();
    },
  ];
}

declare global {
  namespace Express {
    interface Locals {
      /** With it this answer's page may run a script of ours. */
      nonce?: string;
    }
  }
}

/** A table of ten thousand vacancies. */
const MOST_TABLE = 16 * 2 ** 20;
const mostOf = (path: string): number => (/^\/[a-z]{2}\/employer\/upload$/.test(path) ? MOST_TABLE : MOST_BODY);

/** Refuses a body over the limit by its stated length, or as it comes. */
export const limitBody =
  (refuse: Refuse): RequestHandler =>
  (request, response, next) => {
    const tooLarge = () => {
      if (response.headersSent) request.destroy();
      else refuse(request, response, 'large', { Connection: 'close' });
    };
    const most = mostOf(request.path);
    if (Number(request.headers['content-length'] ?? 0) > most) return tooLarge();
    let size = 0;
    const emit = request.emit.bind(request);
    // Counting what passes leaves the stream to whoever reads it; a `data` listener would start it flowing.
    request.emit = (event: string | symbol, ...args: unknown[]) => {
      const [chunk] = args;
      if (event === 'data' && chunk instanceof Uint8Array) {
        size += chunk.byteLength;
        if (size > most) {
          tooLarge();
          return false;
        }
      }
      return emit(event, ...args);
    };
    next();
  };

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Answers what no route can: OPTIONS, methods that the framework does not know, addresses that name nothing. */
export const limitMethods =
  (refuse: Refuse): RequestHandler =>
  (request, response, next) => {
    if (request.method === 'OPTIONS') response.status(204).set('Allow', READ_METHODS).end();
    else if (!METHODS.has(request.method)) refuse(request, response, 'method', { Allow: READ_METHODS });
    // A database text cannot hold a zero byte, so no id, code or word has one.
    else if (/%00/.test(request.path)) refuse(request, response, 'missing');
    else next();
  };

/** What anybody may read, a page of another origin may read too; nothing may be written from there. */
export const shareReads: RequestHandler = (request, response, next) => {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method))
    response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Retry-After' });
  if (request.method === 'OPTIONS')
    response.set({
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    });
  next();
};

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** How a browser calls a request of our own pages, or of its reader. */
const OWN_SITES = new Set(['same-origin', 'none']);

const hostOf = (address: string): string | undefined => (URL.canParse(address) ? new URL(address).host : undefined);

/**
 * Forms are taken from our own pages alone. The framework compares their origin with the host that a request names, which a proxy may
 * have rewritten: what comes from the public address is told to be from there.
 */
export function refuseForeignForms(publicUrl: string, refuse: Refuse): RequestHandler {
  const own = hostOf(publicUrl);
  return (request, response, next) => {
    const origin = request.get('Origin');
    if (READING.has(request.method)) return next();
    if (origin === undefined) {
      // Only a browser tells this, and an old one tells neither; what is no browser carries nobody's cookies.
      const site = request.get('Sec-Fetch-Site') ?? 'none';
      return OWN_SITES.has(site) ? next() : refuse(request, response, 'foreign');
    }
    const host = hostOf(origin);
    if (host !== undefined && host === own) request.headers['x-forwarded-host'] = host;
    const named = request.get('X-Forwarded-Host') ?? request.get('Host');
    if (host === undefined || host !== named) refuse(request, response, 'foreign');
    else next();
  };
}
