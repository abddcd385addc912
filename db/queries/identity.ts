import type { Reader, Writer } from '../client.server.ts';

/** Whom a provider calls what: only both together name somebody (OpenID Connect Core 1.0, 5.7). */
export type Identity = { issuer: string; subject: string };

/** The account that an identity signs in. */
export async function findLinked(db: Reader, { issuer, subject }: Identity): Promise<string | undefined> {
  const row = await db
    .selectFrom('account_identity')
    .select('account')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account;
}

export async function insertIdentity(trx: Writer, { issuer, subject }: Identity, account: string): Promise<void> {
  await trx.insertInto('account_identity').values({ issuer, subject, account }).execute();
}

export async function listIdentities(db: Reader, account: string) {
  return db
    .selectFrom('account_identity')
    .select(['issuer', 'subject', 'linked_at as linkedAt'])
    .where('account', '=', account)
    .orderBy('linked_at')
    .execute();
}
