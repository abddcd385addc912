import type { Writer } from '../../../db/client.server.ts';
import { findAccount } from '../../../db/queries/account.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import type { Capacity, Who } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { personalHash } from '../audit/personal-hash.ts';

type Self = Extract<Who, { kind: 'account' }>;

/** Writes down what somebody did to their own account. What it was done to, is a word, never a value. */
export const writeOwn = (
  trx: Writer,
  who: Self,
  part: 'address' | 'password' | 'session' | 'role' | 'account' | 'profile' | 'consent',
  change: { before?: unknown; after?: unknown },
): Promise<void> =>
  appendAudit(trx, {
    ...{ chain: `account:${who.account}`, who, action: 'manage-account', object: { type: part, id: who.account } },
    ...change,
  });

/** Writes down that somebody signed in, in the chain of whom they act for. */
export function writeSignIn(
  trx: Writer,
  { account, role }: Pick<Self, 'account' | 'role'> & Capacity,
  after: { isNew: boolean; by: 'code' | 'password' },
): Promise<void> {
  const who = { kind: 'account', account, role } as const;
  return appendAudit(trx, {
    ...{ chain: chainOf(who), who, action: 'sign-in', object: { type: 'account', id: account }, after },
  });
}

/** A value that tells of somebody, as it may stand in the audit. */
export async function personal(trx: Writer, { account }: Self, value: string): Promise<string> {
  const found = await findAccount(trx, account);
  if (!found) throw new Error('an account that is not there any more cannot be written about');
  return personalHash(found.auditKey, value);
}
