import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The most a request's body may hold, in bytes. */
export const MOST_BODY = 1024 * 1024;

/**
 * Nothing but our own style sheet and images may load, and no script runs without this answer's nonce (no page has one).
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
      response.set('Content-Security-Policy', `${policy}; script-src 'nonce-${randomBytes(16).toString('base64')}'`);
      next();
    },
  ];
}

/** Refuses a body over the limit by its stated length, or as it comes. */
export const limitBody: RequestHandler = (request, response, next) => {
  const refuse = () => {
    if (response.headersSent) return void request.destroy();
    response.status(413).type('application/problem+json').set('Connection', 'close');
    response.send(
      JSON.stringify({
        type: 'about:blank',
        title: 'Payload Too Large',
        status: 413,
        detail: `A request may hold at most ${MOST_BODY} bytes.`,
      }),
    );
  };
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY) return refuse();
  let size = 0;
  const emit = request.emit.bind(request);
  // Counting what passes leaves the stream to whoever reads it; a `data` listener would start it flowing.
  request.emit = (event: string | symbol, ...args: unknown[]) => {
    const [chunk] = args;
    if (event === 'data' && chunk instanceof Uint8Array) {
      size += chunk.byteLength;
      if (size > MOST_BODY) {
        refuse();
        return false;
      }
    }
    return emit(event, ...args);
  };
  next();
};
