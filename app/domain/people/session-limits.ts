import type { Role } from './who.ts';

/** How long a session lasts without being used, and at most, in minutes. Those who act for others are signed out sooner. */
export const SESSION_LIMITS = {
  worker: { idle: 14 * 24 * 60, most: 90 * 24 * 60 },
  employer: { idle: 60, most: 12 * 60 },
  'origin-ministry': { idle: 30, most: 12 * 60 },
  'destination-ministry': { idle: 30, most: 12 * 60 },
  administrator: { idle: 30, most: 12 * 60 },
} as const satisfies Record<Role, { idle: number; most: number }>;

const MINUTE = 60_000;

export type SessionEnd = { at: Date /** Nothing but signing in again moves it. */; absolute: boolean };

/** When a session used at `usedAt` and begun at `createdAt` ends. */
export function sessionEnd(role: Role, { createdAt, usedAt }: { createdAt: Date; usedAt: Date }): SessionEnd {
  const { idle, most } = SESSION_LIMITS[role];
  const [idleEnd, lastEnd] = [usedAt.getTime() + idle * MINUTE, createdAt.getTime() + most * MINUTE];
  return { at: new Date(Math.min(idleEnd, lastEnd)), absolute: lastEnd <= idleEnd };
}

/** In minutes: an end that is nearer is told beforehand, and so is how long staff may be away, who are signed out within the hour. */
const TOLD = { end: 15, idle: 60 };

export type EndTold = { at: Date; absolute: boolean; minutes: number };

/**
 * What somebody who is shown a page now is told of the end of their session; undefined: nothing yet. Each page that is opened moves an
 * end for idleness away, so that no page could tell it in its last minutes: staff are told at once.
 */
export function endTold(role: Role, { at, absolute }: SessionEnd, now: Date): EndTold | undefined {
  const minutes = Math.max(1, Math.ceil((at.getTime() - now.getTime()) / MINUTE));
  const isTold = SESSION_LIMITS[role].idle <= TOLD.idle || (absolute && minutes <= TOLD.end);
  return isTold ? { at, absolute, minutes } : undefined;
}

const FRESH_MS = 15 * MINUTE;

/** Whether somebody signed in so lately that it is surely they who now change how they sign in, or take their data along. */
export const isFresh = ({ createdAt }: { createdAt: Date }, now: Date): boolean =>
  now.getTime() - createdAt.getTime() <= FRESH_MS;
