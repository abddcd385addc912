import { inLatinDigits } from '../text/digits.ts';

/** What holds for a one-time code; times in milliseconds. */
export const CODE = {
  digits: 6,
  livesFor: 10 * 60_000,
  /** Wrong ones after which it is worth nothing. */
  tries: 5,
  /** Asked again sooner, the code that is on its way is the answer: no second message. */
  quietFor: 60_000,
} as const;

/** What is known of a code that was sent; `sentAt` of its last message. */
export type SentCode = { sentAt: Date; wrongTries: number; usedAt: Date | null };

export type CodeState = 'open' | 'used' | 'spent' | 'expired';

const since = (then: Date, now: Date) => now.getTime() - then.getTime();

/** Whether a code is still worth something, or why not. It lives until `CODE.livesFor` has passed, that moment not included. */
export function stateOfCode({ sentAt, wrongTries, usedAt }: SentCode, now: Date): CodeState {
  if (usedAt !== null) return 'used';
  if (wrongTries >= CODE.tries) return 'spent';
  return since(sentAt, now) < CODE.livesFor ? 'open' : 'expired';
}

/** Whether a request for a code is answered by the one that is on its way. */
export const isOnItsWay = (sent: SentCode, now: Date): boolean =>
  stateOfCode(sent, now) === 'open' && since(sent.sentAt, now) < CODE.quietFor;

/** The verdict on a code that was typed: `left` tries after a wrong one, of which the last leaves none. */
export type CodeVerdict = { is: 'right' } | { is: 'wrong'; left: number } | { is: Exclude<CodeState, 'open'> };

/** `matches`: whether the hash of what was typed is that of the code. */
export function judgeCode(sent: SentCode, matches: boolean, now: Date): CodeVerdict {
  const state = stateOfCode(sent, now);
  if (state !== 'open') return { is: state };
  return matches ? { is: 'right' } : { is: 'wrong', left: CODE.tries - sent.wrongTries - 1 };
}

const SIX = new RegExp(`^[0-9]{${CODE.digits}}$`);
/** Spaces, dashes and invisible marks that come with a code when it is copied or read in groups. */
const BETWEEN = /[\s\p{Cf}\-\u2010-\u2015]/gu;

/** The code that somebody typed, in any digits and groups; undefined where it is none. */
export function readCode(typed: string): string | undefined {
  const code = inLatinDigits(typed.replace(BETWEEN, ''));
  return SIX.test(code) ? code : undefined;
}
