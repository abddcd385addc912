import type { Writer } from '../../../db/client.server.ts';
import { findAccount } from '../../../db/queries/account.ts';
import { chainOf, ownChain } from '../../domain/audit/chain.ts';
import type { Profile } from '../../domain/documents/index.ts';
import type { Action } from '../../domain/people/permission.ts';
import type { Who } from '../../domain/people/who.ts';
import { canonicalJson } from '../../domain/text/canonical-json.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { personalHash } from '../audit/personal-hash.ts';

export type Self = Extract<Who, { kind: 'account' }>;

const ACTIONS = {
  ...{ address: 'manage-account', password: 'manage-account', session: 'manage-account', role: 'manage-account' },
  ...{
    passkey: 'manage-account',
    identity: 'manage-account',
    account: 'manage-account',
    profile: 'write-profile',
    consent: 'give-consent',
    alert: 'keep-alerts',
  },
} as const satisfies Record<string, Action>;

/** Writes down what somebody did to their own account. What it was done to, is a word, never a value. */
export const writeOwn = (
  trx: Writer,
  who: Self,
  part: keyof typeof ACTIONS,
  change: { before?: unknown; after?: unknown },
): Promise<void> =>
  appendAudit(trx, {
    ...{ chain: ownChain(who.account), who, action: ACTIONS[part], object: { type: part, id: who.account } },
    ...change,
  });

/** Writes down, for whoever looked, at whose profile. */
export const writeLook = (trx: Writer, who: Self, forWhom: string): Promise<void> =>
  appendAudit(trx, {
    ...{ chain: chainOf(who), who, forWhom, action: 'look-at-profiles', object: { type: 'profile', id: forWhom } },
  });

/** Writes down that somebody signed in, in their own chain: for whom they act, what they do then says. */
export function writeSignIn(
  trx: Writer,
  { account, role }: Pick<Self, 'account' | 'role'>,
  after: { isNew: boolean; by: 'code' | 'password' | 'passkey' | 'ministry' },
): Promise<void> {
  const who = { kind: 'account', account, role } as const;
  return appendAudit(trx, {
    ...{ chain: chainOf(who), who, action: 'sign-in', object: { type: 'account', id: account }, after },
  });
}

async function auditKeyOf(trx: Writer, { account }: Self): Promise<string> {
  const found = await findAccount(trx, account);
  if (!found) throw new Error('an account that is not there any more cannot be written about');
  return found.auditKey;
}

/** A value that tells of somebody, as it may stand in the audit. */
export const personal = async (trx: Writer, who: Self, value: string): Promise<string> =>
  personalHash(await auditKeyOf(trx, who), value);

/** Writes down which parts of a profile somebody changed: by their names, what they say hashed. */
export async function writeProfile(
  trx: Writer,
  who: Self,
  { before, after }: { before: Profile; after: Profile },
): Promise<void> {
  const key = await auditKeyOf(trx, who);
  const [was, is] = [partsOf(before), partsOf(after)];
  const hashed = (parts: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    Object.fromEntries(
      [...parts].flatMap(([part, said]) => (said === others.get(part) ? [] : [[part, personalHash(key, said)]])),
    );
  await writeOwn(trx, who, 'profile', { before: hashed(was, is), after: hashed(is, was) });
}

const partsOf = (profile: Profile): ReadonlyMap<string, string> =>
  new Map(Object.entries(profile).flatMap(([part, said]) => (said === undefined ? [] : [[part, canonicalJson(said)]])));
