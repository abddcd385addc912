import { sql } from 'kysely';
import type { Address } from '../../app/domain/people/address.ts';
import type { Db, Reader, Writer } from '../client.server.ts';
import type { SignInAttemptTable } from '../schema/people.ts';

const now = sql<Date>`now()`;

export type Attempt = Address & {
  id: string;
  purpose: SignInAttemptTable['purpose'];
  account: string | null;
  codeHash: string;
  wrongTries: number;
  checkQuery: string | null;
  goTo: string | null;
  createdAt: Date;
};

export async function insertAttempt(
  trx: Writer,
  attempt: Omit<Attempt, 'wrongTries' | 'createdAt'> & { browserHash: string; expiresAt: Date },
): Promise<void> {
  await trx
    .insertInto('sign_in_attempt')
    .values({
      id: attempt.id,
      browser_hash: attempt.browserHash,
      purpose: attempt.purpose,
      kind: attempt.kind,
      address: attempt.address,
      account: attempt.account,
      code_hash: attempt.codeHash,
      check_query: attempt.checkQuery,
      go_to: attempt.goTo,
      expires_at: attempt.expiresAt,
    })
    .execute();
}

/** The codes that a browser waits for, newest first: each of its tabs may hold one of them. */
export async function listAttempts(db: Reader, browserHash: string, purpose: Attempt['purpose']): Promise<Attempt[]> {
  return db
    .selectFrom('sign_in_attempt')
    .select(['id', 'purpose', 'kind', 'address', 'account', 'code_hash as codeHash', 'wrong_tries as wrongTries'])
    .select(['check_query as checkQuery', 'go_to as goTo', 'created_at as createdAt'])
    .where('browser_hash', '=', browserHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
}

/** Uses a code up; whether it was still there to be used, and had not been tried too often. */
export async function spendAttempt(trx: Writer, id: string, mostTries: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in_attempt')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('wrong_tries', '<', mostTries)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Counts a wrong code against all that its browser waits for. */
export async function countWrongTry(trx: Writer, browserHash: string): Promise<void> {
  await trx
    .updateTable('sign_in_attempt')
    .set(({ eb }) => ({ wrong_tries: eb('wrong_tries', '+', 1) }))
    .where('browser_hash', '=', browserHash)
    .where('used_at', 'is', null)
    .execute();
}

export async function deleteExpiredAttempts(db: Db): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('expires_at', '<=', now).execute();
}
