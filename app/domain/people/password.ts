import { dictionary } from '@zxcvbn-ts/language-common';

/** In characters. Length is what makes a password costly to guess; what it is composed of is its owner's business. */
const LENGTH = { least: 12, most: 200 };

/** Why a password is not taken: one of the commonest, two of them in a row or a piece repeated, or the address it is to protect. */
export type PasswordProblem = 'short' | 'long' | 'common' | 'address';

/** In small letters. */
const COMMON = new Set(dictionary['passwords-common']);
/** Shorter ones are half of any word. */
const LEAST_PIECE = 4;
const REPEATED = /^(.{1,8})\1+$/su;

/** Hardly any of the commonest is long enough to be typed here at all; put in a row, two of them are. */
function isOfCommonOnes(folded: string): boolean {
  if (COMMON.has(folded)) return true;
  for (let at = LEAST_PIECE; at <= folded.length - LEAST_PIECE; at++)
    if (COMMON.has(folded.slice(0, at)) && COMMON.has(folded.slice(at))) return true;
  return false;
}

/** As it is compared and hashed: keyboards write one letter in several ways. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC');

/** Whether it is as long as a password may be, so that a check of it costs no more than it should. */
export const isOfPasswordLength = (password: string): boolean => password.length <= 2 * LENGTH.most;

/** What an address is known by: all of it, and what stands before the domain or behind the +. */
const partsOf = (address: string): string[] => [address, address.split('@')[0] ?? '', address.replace(/^\+/, '')];

/** What is wrong with a new password for an account with these addresses; undefined: nothing. */
export function passwordProblem(typed: string, addresses: readonly string[]): PasswordProblem | undefined {
  const password = normalPassword(typed);
  const length = [...password].length;
  if (length < LENGTH.least) return 'short';
  if (length > LENGTH.most) return 'long';
  const folded = password.toLowerCase();
  if (isOfCommonOnes(folded) || REPEATED.test(folded)) return 'common';
  return addresses.flatMap(partsOf).includes(folded) ? 'address' : undefined;
}
