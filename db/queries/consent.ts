import { sql } from 'kysely';
import type { Profile } from '../../app/domain/documents/index.ts';
import type { Agreement, Purpose } from '../../app/domain/people/consent.ts';
import type { Reader, Writer } from '../client.server.ts';

/** What somebody agreed to, withdrawn or not, the newest first. */
export async function listConsents(db: Reader, account: string) {
  return db
    .selectFrom('consent')
    .select(['id', 'purpose', 'state', 'given_at as givenAt', 'withdrawn_at as withdrawnAt'])
    .where('account', '=', account)
    .orderBy('id', 'desc')
    .execute();
}

/** Agreeing twice is agreeing once: whether this was the first time. */
export async function insertConsent(trx: Writer, account: string, { purpose, state }: Agreement): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('consent')
    .values({ account, purpose, state })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Withdraws what stands; undefined where nothing did. */
export async function withdrawConsent(trx: Writer, account: string, id: number): Promise<Agreement | undefined> {
  return trx
    .updateTable('consent')
    .set({ withdrawn_at: sql`now()` })
    .where('account', '=', account)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning(['purpose', 'state'])
    .executeTakeFirst();
}

/** Some of whoever agreed that the ministry for which one acts may look, the latest first; `person` is an id for that office alone. */
export async function listAgreed(
  trx: Writer,
  purpose: Purpose,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ person: string; agreedAt: Date }[]> {
  const { rows } = await sql<{ person: string; agreedAt: Date }>`
    select person, agreed_at as "agreedAt" from people_who_agreed(${purpose}, ${limit}, ${offset})`.execute(trx);
  return rows;
}

/** Looks at somebody's profile, which is written down for them; undefined where they did not agree to it. */
export async function lookAtProfile(
  trx: Writer,
  person: string,
  purpose: Purpose,
): Promise<{ account: string; profile: Profile } | undefined> {
  const { rows } = await sql<{ account: string; profile: Profile }>`
    select account, body as profile from look_at_profile(${person}, ${purpose})`.execute(trx);
  return rows[0];
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
