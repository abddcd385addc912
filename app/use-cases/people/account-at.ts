import { randomBytes } from 'node:crypto';
import type { Writer } from '../../../db/client.server.ts';
import { deleteAccount, findAccountBy, insertAccount, insertAddress } from '../../../db/queries/account.ts';
import type { Address } from '../../domain/people/address.ts';

/** The key with which an account's personal values are hashed in the audit. */
const newAuditKey = (): string => randomBytes(32).toString('hex');

/** The account of an address, made where there is none; undefined where the address waits to become another account's. */
export async function accountAt(
  trx: Writer,
  address: Address,
  { locale, now }: { locale: string; now: Date },
): Promise<{ account: string; isNew: boolean } | undefined> {
  const found = await findAccountBy(trx, address);
  if (found) return { account: found.id, isNew: false };
  const account = await insertAccount(trx, { locale, auditKey: newAuditKey() });
  if (await insertAddress(trx, account, address, now)) return { account, isNew: true };
  await deleteAccount(trx, account); // somebody was quicker
  const theirs = await findAccountBy(trx, address);
  return theirs && { account: theirs.id, isNew: false };
}
