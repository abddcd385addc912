import { randomInt, timingSafeEqual } from 'node:crypto';
import { CODE } from '../../domain/people/code.ts';
import { hashUnder } from '../secret.ts';

/** A one-time code that nobody can foretell. */
export const newCode = (): string => String(randomInt(10 ** CODE.digits)).padStart(CODE.digits, '0');

/** What is stored of a code: without the secret a million guesses would find it, and without the attempt's id one table would serve all. */
export const codeHash = (secret: string, attemptId: string, code: string): string =>
  hashUnder(secret, 'sign-in code', attemptId, code);

/** Whether a code is the one that was stored, found out in the same time wherever they differ. */
export function isCode(secret: string, attemptId: string, code: string, stored: string): boolean {
  const [typed, kept] = [Buffer.from(codeHash(secret, attemptId, code)), Buffer.from(stored)];
  return typed.length === kept.length && timingSafeEqual(typed, kept);
}
