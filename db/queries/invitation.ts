import { sql } from 'kysely';
import type { Db, Reader, Writer } from '../client.server.ts';
import type { InvitationTable } from '../schema/people.ts';

export type Invitation = Pick<InvitationTable, 'email' | 'role' | 'state' | 'organisation'>;

const now = sql<Date>`now()`;

export async function insertInvitation(
  trx: Writer,
  invitation: Invitation & Pick<InvitationTable, 'token_hash' | 'expires_at' | 'invited_by'>,
): Promise<string> {
  const { id } = await trx.insertInto('invitation').values(invitation).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** An invitation that still stands, with the e-mail address of whoever invited. */
export async function findInvitation(db: Reader, tokenHash: string) {
  return db
    .selectFrom('invitation as i')
    .select(['email', 'role', 'state', 'organisation', 'expires_at as expiresAt'])
    .select(
      sql<string | null>`(
        select a.address from account_address a where a.account = i.invited_by and a.kind = 'email'
        order by a.usable_from, a.address limit 1
      )`.as('invitedBy'),
    )
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** The newest invitation of an address to an office that still stands, by the hash of its link. */
export async function findInvitationTo(
  db: Reader,
  email: string,
  { role, state, organisation }: { role: Invitation['role']; state: string; organisation: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('invitation')
    .select('token_hash as tokenHash')
    .where('email', '=', email)
    .where('role', '=', role)
    .where('state', '=', state)
    .where('organisation', '=', organisation)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.tokenHash;
}

/** Uses an invitation up; undefined where it does not stand any more. */
export async function acceptInvitation(trx: Writer, tokenHash: string): Promise<Invitation | undefined> {
  return trx
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['email', 'role', 'state', 'organisation'])
    .executeTakeFirst();
}

/** Those that nobody accepted, over or not, the newest first. */
export const listInvitations = (db: Reader) =>
  db
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'state', 'expires_at as expiresAt'])
    .where('accepted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();

/** Lets one that nobody accepted stand anew, under another secret alone; undefined where there is none. */
export async function renewInvitation(
  trx: Writer,
  id: string,
  anew: Pick<InvitationTable, 'token_hash' | 'expires_at'>,
): Promise<Invitation | undefined> {
  return trx
    .updateTable('invitation')
    .set(anew)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .returning(['email', 'role', 'state', 'organisation'])
    .executeTakeFirst();
}

/** Takes one back that nobody accepted; undefined where there is none. */
export async function deleteInvitation(trx: Writer, id: string): Promise<Invitation | undefined> {
  return trx
    .deleteFrom('invitation')
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .returning(['email', 'role', 'state', 'organisation'])
    .executeTakeFirst();
}

/** Whom somebody invited is of no use a month after it was over. */
export async function deleteOldInvitations(db: Db): Promise<void> {
  await db.deleteFrom('invitation').where(sql<boolean>`expires_at <= now() - interval '30 days'`).execute();
}
