import { type Action, may, relationOf } from './permission.ts';
import type { Who } from './who.ts';

/** A token of an office, as far as its standing tells; `askedBy` null: the command line issued it. */
export type OfficeToken = {
  askedBy: string | null;
  approvedAt: Date | null;
  isTaken: boolean;
  endedAt: Date | null;
};

/** `asked` for, `approved` and not taken yet, `in-use`, `ended`, or `dropped` before there was one. */
export type TokenStanding = 'asked' | 'approved' | 'in-use' | 'ended' | 'dropped';

export function standingOf({ approvedAt, isTaken, endedAt }: OfficeToken): TokenStanding {
  if (endedAt !== null) return isTaken ? 'ended' : 'dropped';
  if (isTaken) return 'in-use';
  return approvedAt === null ? 'asked' : 'approved';
}

/** What can be done with a token, and with one that stands how. */
const ACTS = {
  'approve-token': ['asked'],
  'take-token': ['approved'],
  'end-token': ['asked', 'approved', 'in-use'],
} as const satisfies Partial<Record<Action, readonly TokenStanding[]>>;
export type TokenAct = keyof typeof ACTS;
const NAMES = ['approve-token', 'take-token', 'end-token'] as const satisfies readonly TokenAct[];

export const isTokenAct = (text: string | undefined): text is TokenAct => NAMES.some((name) => name === text);

/** Why somebody cannot do that to a token of an office as it stands; undefined: they can. */
export function actRefused(
  who: Who,
  office: string,
  token: OfficeToken,
  act: TokenAct,
): 'not-yours' | 'too-late' | undefined {
  if (!may(who, act, relationOf(who, { account: token.askedBy, organisation: office }))) return 'not-yours';
  const standing = standingOf(token);
  return ACTS[act].some((from) => from === standing) ? undefined : 'too-late';
}

/** What somebody may do with a token of an office as it stands. */
export const actsOn = (who: Who, office: string, token: OfficeToken): TokenAct[] =>
  NAMES.filter((act) => actRefused(who, office, token, act) === undefined);
