import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import {
  approveToken,
  endToken,
  findToken,
  insertAskedToken,
  listTokens,
  type TokenRow,
  takeToken,
} from '../../../db/queries/api-token.ts';
import { actRefused, actsOn, standingOf, type TokenAct, type TokenStanding } from '../../domain/people/office-token.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Officer } from '../publishing/officer.ts';
import { hashOfSecret } from '../secret.ts';
import { newTokenSecret } from './tokens.ts';

/** A token as an officer sees it, and what they may do with it. */
export type ListedToken = TokenRow & { standing: TokenStanding; isOwn: boolean; acts: TokenAct[] };

/** The tokens of an officer's office. */
export async function tokensOf(db: Db, { who, office, account }: Officer): Promise<ListedToken[]> {
  const found = await acting(db, who, listTokens);
  return found.map((token) => ({
    ...{ ...token, standing: standingOf(token), isOwn: token.askedBy === account, acts: actsOn(who, office, token) },
  }));
}

/** How many of its tokens wait for this officer's approval. */
export const tokensWaitingFor = async (db: Db, officer: Officer): Promise<number> =>
  (await tokensOf(db, officer)).filter(({ acts }) => acts.includes('approve-token')).length;

/** Asks for a token for the office's programs, which act as the officer does; nothing holds before a colleague approves it. */
export const askForToken = (db: Db, { who, account, office, state }: Officer, name: string): Promise<void> =>
  acting(db, who, async (trx) => {
    const id = await insertAskedToken(trx, { name, role: who.role, state, organisation: office, askedBy: account });
    await appendAudit(trx, {
      ...{ chain: office, who, action: 'ask-for-token', object: { type: 'token', id }, after: { name } },
    });
  });

/** `secret`: the token itself, which is told this once and to who asked for it alone. */
export type ActedOn =
  | { ok: true; secret?: string }
  /** `too-late`: somebody was quicker, or it does not stand so any more. */
  | { ok: false; problem: 'missing' | 'not-yours' | 'too-late' };

/** Does it, unless somebody was quicker; the secret where one was made. */
async function doneTo(trx: Writer, { account }: Officer, id: string, act: TokenAct): Promise<ActedOn | undefined> {
  if (act === 'approve-token') return (await approveToken(trx, id, account)) ? { ok: true } : undefined;
  if (act === 'end-token') return (await endToken(trx, id, account)) ? { ok: true } : undefined;
  const secret = newTokenSecret();
  return (await takeToken(trx, id, account, hashOfSecret(secret))) ? { ok: true, secret } : undefined;
}

/** Approves, takes or ends a token of the office. */
export function actOnToken(db: Db, officer: Officer, { id, act }: { id: string; act: TokenAct }): Promise<ActedOn> {
  const { who, office } = officer;
  return acting(db, who, async (trx) => {
    const token = await findToken(trx, id);
    if (!token) return { ok: false, problem: 'missing' };
    const problem = actRefused(who, office, token, act);
    if (problem) return { ok: false, problem };
    const done = await doneTo(trx, officer, id, act);
    if (!done) return { ok: false, problem: 'too-late' };
    const change = { before: standingOf(token), after: { name: token.name } };
    await appendAudit(trx, { ...{ chain: office, who, action: act, object: { type: 'token', id } }, ...change });
    return done;
  });
}
