import { sql } from 'kysely';
import type { Reader, Writer } from '../client.server.ts';
import type { AccountPasskeyTable } from '../schema/passkey.ts';

const now = sql<Date>`now()`;

export type Passkey = {
  id: string;
  account: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
};

/** Whether the passkey became this account's: its id may be another's, or this account's already. */
export async function insertPasskey(
  trx: Writer,
  { publicKey, ...passkey }: Passkey & Pick<AccountPasskeyTable, 'name'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('account_passkey')
    .values({ ...passkey, public_key: publicKey })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A passkey by its id, whose count nobody else changes until the transaction ends. */
export async function lockPasskey(trx: Writer, id: string): Promise<Passkey | undefined> {
  return trx
    .selectFrom('account_passkey')
    .select(['id', 'account', 'public_key as publicKey', 'counter', 'transports'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** It was used at this moment, and by its own count so often. */
export async function countPasskeyUse(trx: Writer, id: string, counter: number): Promise<void> {
  await trx.updateTable('account_passkey').set({ counter, used_at: now }).where('id', '=', id).execute();
}

export async function listPasskeys(db: Reader, account: string) {
  return db
    .selectFrom('account_passkey')
    .select(['id', 'name', 'transports', 'created_at as createdAt', 'used_at as usedAt'])
    .where('account', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Takes a passkey of an account away; whether there was one. */
export async function deletePasskey(trx: Writer, account: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('account_passkey')
    .where('account', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
