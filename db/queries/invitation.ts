import { sql } from 'kysely';
import type { Reader, Writer } from '../client.server.ts';
import type { InvitationTable } from '../schema/people.ts';

export type Invitation = Pick<InvitationTable, 'email' | 'role' | 'state' | 'organisation'>;

const now = sql<Date>`now()`;

export async function insertInvitation(
  trx: Writer,
  invitation: Invitation & { token_hash: string; expires_at: Date },
): Promise<void> {
  await trx.insertInto('invitation').values(invitation).execute();
}

/** An invitation that still stands. */
export async function findInvitation(db: Reader, tokenHash: string): Promise<Invitation | undefined> {
  return db
    .selectFrom('invitation')
    .select(['email', 'role', 'state', 'organisation'])
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
