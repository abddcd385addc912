import { sql } from 'kysely';
import type { Reader, Writer } from '../client.server.ts';
import type { Purpose } from '../schema/people.ts';

/** What somebody agreed to, withdrawn or not, the newest first. */
export async function listConsents(db: Reader, account: string) {
  return db
    .selectFrom('consent')
    .select(['id', 'purpose', 'state', 'given_at as givenAt', 'withdrawn_at as withdrawnAt'])
    .where('account', '=', account)
    .orderBy('id', 'desc')
    .execute();
}

/** Agreeing twice is agreeing. */
export async function giveConsent(
  trx: Writer,
  account: string,
  { purpose, state }: { purpose: Purpose; state: string | null },
): Promise<void> {
  await trx
    .insertInto('consent')
    .values({ account, purpose, state })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Withdraws what stands; whether anything did. */
export async function withdrawConsent(trx: Writer, account: string, id: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('consent')
    .set({ withdrawn_at: sql`now()` })
    .where('account', '=', account)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Who looked at somebody's data, when and what for, the newest first. */
export async function listLooks(db: Reader, account: string) {
  return db
    .selectFrom('data_look as l')
    .leftJoin('organisation as o', 'o.id', 'l.organisation')
    .select(['l.id', 'l.role', 'l.state', 'o.name as organisationName', 'l.purpose', 'l.looked_at as lookedAt'])
    .where('l.account', '=', account)
    .orderBy('l.id', 'desc')
    .execute();
}
