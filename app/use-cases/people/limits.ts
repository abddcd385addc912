import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Connection } from '../../../db/client.server.ts';
import type { Address } from '../../domain/people/address.ts';
import { hashUnder } from '../secret.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How often each may be done in so many seconds: to one address from one network, so that a stranger elsewhere shuts nobody out; and to
 * one address from anywhere, so that many networks together get no further than a few guesses. Never by one network alone: thousands of
 * workers share one behind their carrier.
 */
const LIMITS = {
  'ask for a code': { fromNetwork: { points: 5, duration: HOUR }, fromAnywhere: { points: 20, duration: DAY } },
  'type a code': { fromNetwork: { points: 15, duration: HOUR }, fromAnywhere: { points: 30, duration: DAY } },
  'type a password': {
    fromNetwork: { points: 10, duration: 15 * MINUTE },
    fromAnywhere: { points: 50, duration: DAY },
  },
} as const;

export type Limited = keyof typeof LIMITS;

/** Whom an attempt is about, and the network (`networkOf`) that it comes from. */
export type Attempt = { to: Address; network: string };

export type Allowed = { ok: true } | { ok: false; problem: 'too-many'; retryAfterSeconds: number };

/** Counts an attempt, and says whether it may go on. */
export type Limits = (what: Limited, attempt: Attempt) => Promise<Allowed>;

type Limit = { points: number; duration: number };

/** One count for all processes; while the database is away, one in each. */
const limiterOn = (pool: Connection['pool'], limit: Limit) =>
  new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false, // forget-expired does
    keyPrefix: '', // the key is told apart by what is hashed
    insuranceLimiter: new RateLimiterMemory({ ...limit, keyPrefix: '' }),
    ...limit,
  });

async function count(limiter: RateLimiterPostgres, key: string): Promise<Allowed> {
  try {
    await limiter.consume(key);
    return { ok: true };
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    return { ok: false, problem: 'too-many', retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) };
  }
}

export function keepLimits(pool: Connection['pool'], secret: string): Limits {
  const limitersOf = (what: Limited) => ({
    here: limiterOn(pool, LIMITS[what].fromNetwork),
    anywhere: limiterOn(pool, LIMITS[what].fromAnywhere),
  });
  const limiters = {
    'ask for a code': limitersOf('ask for a code'),
    'type a code': limitersOf('type a code'),
    'type a password': limitersOf('type a password'),
  } satisfies Record<Limited, unknown>;

  return async (what, { to, network }) => {
    const keyOf = (...from: string[]) => hashUnder(secret, 'limits', what, to.kind, to.address, ...from);
    const { here, anywhere } = limiters[what];
    const allowedHere = await count(here, keyOf(network));
    // A network that goes on beyond its limit must not use up what is left to others.
    return allowedHere.ok ? count(anywhere, keyOf()) : allowedHere;
  };
}
