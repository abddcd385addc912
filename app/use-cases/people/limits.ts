import parsePhone from 'libphonenumber-js/max';
import type { Logger } from 'pino';
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

/**
 * Text messages cost whoever runs this site, and earn something for whoever rents numbers and has codes sent to them: how many numbers
 * of one block of ten thousand, and of one country, one network may have codes sent to. Never how many one network may at all.
 */
const CAPS = [
  { cap: 'block of numbers', limit: { points: 10, duration: HOUR }, partOf: (number: string) => number.slice(0, -4) },
  {
    cap: 'country',
    limit: { points: 100, duration: HOUR },
    partOf: (number: string) => `+${parsePhone(number)?.countryCallingCode}`,
  },
] as const;

export type Limited = keyof typeof LIMITS;

/** Whom an attempt is about, and the network (`networkOf`) that it comes from. */
export type Attempt = { to: Address; network: string };

/** `capped`: too many codes go by phone, to whomever. */
export type Allowed = { ok: true } | { ok: false; problem: 'too-many' | 'capped'; retryAfterSeconds: number };

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

/** `count`: how often it was done by now, this time included. */
type Counted = { ok: true; count: number } | Extract<Allowed, { ok: false }>;

async function count(limiter: RateLimiterPostgres, key: string): Promise<Counted> {
  try {
    const { consumedPoints } = await limiter.consume(key);
    return { ok: true, count: consumedPoints };
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    return { ok: false, problem: 'too-many', retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) };
  }
}

type Cost = { smsPerHour: number; log: Pick<Logger, 'warn'> };

/** Counts a code by phone, to a number that is new for the network or not, against what all of them together may cost. */
function keepCaps(pool: Connection['pool'], secret: string, { smsPerHour, log }: Cost) {
  const caps = CAPS.map((cap) => ({ ...cap, limiter: limiterOn(pool, cap.limit) }));
  const site = limiterOn(pool, { points: smsPerHour, duration: HOUR });
  return async ({ to, network }: Attempt, isNew: boolean): Promise<Allowed> => {
    const counts = [
      ...(isNew ? caps : []).map(({ cap, limiter, partOf }) => ({ cap, limiter, key: [partOf(to.address), network] })),
      { cap: 'whole site', limiter: site, key: [] },
    ];
    for (const { cap, limiter, key } of counts) {
      const counted = await count(limiter, hashUnder(secret, 'caps', cap, ...key));
      if (counted.ok) continue;
      log.warn({ security: 'codes by phone are capped', cap });
      return { ...counted, problem: 'capped' };
    }
    return { ok: true };
  };
}

export function keepLimits(pool: Connection['pool'], secret: string, cost: Cost): Limits {
  const cap = keepCaps(pool, secret, cost);
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
    if (!allowedHere.ok) return allowedHere;
    const allowed = await count(anywhere, keyOf());
    if (!allowed.ok) return allowed;
    const isSms = what === 'ask for a code' && to.kind === 'phone';
    return isSms ? cap({ to, network }, allowedHere.count === 1) : { ok: true };
  };
}
