import { isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Refuse } from './refuse.server.ts';

/** Many people share an address behind a carrier's translation: this stops a program that takes everything, not a village. */
const READS = { points: 6_000, duration: 60 };

/** Whom an address belongs to: an IPv6 reader has a whole /64 to write from. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('::').map((half) => half.split(':').filter(Boolean));
  const missing = address.includes('::') ? 8 - head.length - tail.length : 0;
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail].map((group) => Number.parseInt(group, 16));
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/**
 * Counts requests by network, in this process's memory: a count kept in the database would cost every page a round trip. Several
 * processes each allow as much.
 */
export function limitRate(refuse: Refuse, log: Pick<Logger, 'warn'>, limit = READS): RequestHandler {
  const limiter = new RateLimiterMemory(limit);
  let warned = false;
  return (request, response, next) => {
    if (!warned && request.get('X-Forwarded-For') !== undefined && request.ip === request.socket.remoteAddress) {
      warned = true;
      log.warn(
        'Requests bring X-Forwarded-For from an address that TRUST_PROXY does not name. If it is your proxy, name it: all its readers share one limit.',
      );
    }
    limiter.consume(networkOf(request.ip ?? '')).then(
      () => next(),
      (reason: unknown) => {
        if (!(reason instanceof RateLimiterRes)) return next(reason);
        refuse(request, response, 'busy', { 'Retry-After': String(Math.ceil(reason.msBeforeNext / 1000)) });
      },
    );
  };
}
