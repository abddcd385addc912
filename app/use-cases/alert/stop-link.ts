import { timingSafeEqual } from 'node:crypto';
import { hashUnder } from '../secret.ts';

const keyOf = (secret: string, alert: string): string => hashUnder(secret, 'stop-alert', alert).slice(0, 32);

/** The path, after the language, by which whoever received an alert stops it without signing in. */
export const stopLink = (secret: string, alert: string): string => `/alerts/${alert}/stop?key=${keyOf(secret, alert)}`;

/** Whether a key is the one that messages of this alert carry. */
export function isStopKey(secret: string, alert: string, key: string): boolean {
  const right = Buffer.from(keyOf(secret, alert));
  const given = Buffer.from(key);
  return given.length === right.length && timingSafeEqual(given, right);
}
