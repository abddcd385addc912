import { sql } from 'kysely';
import type { Role } from '../../app/domain/people/who.ts';
import type { Db, Reader, Writer } from '../client.server.ts';

const now = sql<Date>`now()`;

export type SessionRow = {
  id: string;
  account: string;
  actsAs: string | null;
  role: Role;
  state: string | null;
  organisation: string | null;
  createdAt: Date;
  usedAt: Date;
  endsAt: Date;
};

/** A session that has not ended, in a role that its account still has. */
export async function findSession(db: Reader, secretHash: string): Promise<SessionRow | undefined> {
  return db
    .selectFrom('account_session as s')
    .leftJoin('account_role as r', (join) => join.onRef('r.id', '=', 's.acts_as').on('r.ended_at', 'is', null))
    .select(({ fn, val }) => [
      ...(['s.id', 's.account', 's.acts_as as actsAs', 'r.state', 'r.organisation'] as const),
      ...(['s.created_at as createdAt', 's.used_at as usedAt', 's.ends_at as endsAt'] as const),
      fn.coalesce('r.role', val<Role>('worker')).as('role'),
    ])
    .where('s.secret_hash', '=', secretHash)
    .where('s.ends_at', '>', now)
    .where(({ or, eb }) => or([eb('s.acts_as', 'is', null), eb('r.id', 'is not', null)]))
    .executeTakeFirst();
}

export async function insertAccountSession(
  trx: Writer,
  session: { secretHash: string; account: string; actsAs: string | null; browser: string; endsAt: Date },
): Promise<void> {
  await trx
    .insertInto('account_session')
    .values({
      secret_hash: session.secretHash,
      account: session.account,
      acts_as: session.actsAs,
      browser: session.browser,
      ends_at: session.endsAt,
    })
    .execute();
}

/** It was used at this moment, and so lasts until `endsAt`. */
export async function touchSession(trx: Writer, id: string, endsAt: Date): Promise<void> {
  await trx.updateTable('account_session').set({ used_at: now, ends_at: endsAt }).where('id', '=', id).execute();
}

export async function listSessions(db: Reader, account: string) {
  return db
    .selectFrom('account_session')
    .select(['id', 'browser', 'created_at as createdAt', 'used_at as usedAt'])
    .where('account', '=', account)
    .where('ends_at', '>', now)
    .orderBy('used_at', 'desc')
    .execute();
}

/** Ends one session of an account; whether there was one. */
export async function deleteAccountSession(trx: Writer, account: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('account_session')
    .where('account', '=', account)
    .where(sql<boolean>`id::text = ${id}`) // what no id is ends nothing
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteSessionsExcept(trx: Writer, account: string, id: string): Promise<void> {
  await trx.deleteFrom('account_session').where('account', '=', account).where('id', '!=', id).execute();
}

export async function deleteEndedSessions(db: Db): Promise<void> {
  await db.deleteFrom('account_session').where('ends_at', '<=', now).execute();
}
