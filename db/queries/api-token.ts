import { sql } from 'kysely';
import type { OfficeToken } from '../../app/domain/people/office-token.ts';
import type { Role } from '../../app/domain/people/who.ts';
import type { Db, Reader, Writer } from '../client.server.ts';

type NewToken = { name: string; role: Role; state: string | null; organisation: string | null };

const now = sql<Date>`now()`;

async function insert(
  trx: Writer,
  token: NewToken & ({ secret_hash: string } | { asked_by: string }),
): Promise<string> {
  const { id } = await trx.insertInto('api_token').values(token).returning('id').executeTakeFirstOrThrow();
  return id;
}

export const insertToken = (trx: Writer, { secretHash, ...rest }: NewToken & { secretHash: string }) =>
  insert(trx, { secret_hash: secretHash, ...rest });

/** A token that is asked for: as yet nothing opens anything. */
export const insertAskedToken = (trx: Writer, { askedBy, ...rest }: NewToken & { askedBy: string }) =>
  insert(trx, { asked_by: askedBy, ...rest });

/** A token that still holds; the day of its use is noted, once a day. */
export async function findTokenInUse(trx: Writer | Db, secretHash: string) {
  const found = await trx
    .selectFrom('api_token')
    .select(['id', 'role', 'state', 'organisation', 'last_used_on as lastUsedOn'])
    .select(sql<string>`(now() at time zone 'utc')::date`.as('today'))
    .where('secret_hash', '=', secretHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (found && found.lastUsedOn !== found.today)
    await trx.updateTable('api_token').set({ last_used_on: found.today }).where('id', '=', found.id).execute();
  return found;
}

export type TokenRow = OfficeToken & { id: string; name: string; askedAt: Date; lastUsedOn: string | null };

const tokens = (db: Reader) =>
  db
    .selectFrom('api_token')
    .select(['id', 'name', 'created_at as askedAt', 'last_used_on as lastUsedOn', 'asked_by as askedBy'])
    .select(['approved_at as approvedAt', 'ended_at as endedAt'])
    .select(({ eb }) => eb('secret_hash', 'is not', null).$castTo<boolean>().as('isTaken'));

/** Those that whoever asks may see, the newest first; of those that are over, the last month's. */
export const listTokens = (db: Reader): Promise<TokenRow[]> =>
  tokens(db)
    .where(sql<boolean>`ended_at is null or ended_at > now() - interval '30 days'`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();

export const findToken = (db: Reader, id: string): Promise<TokenRow | undefined> =>
  tokens(db).where('id', '=', id).executeTakeFirst();

/** One that still stands and was not taken, as `by` finds it: of several who act at once the first alone does. */
const untaken = (trx: Writer, id: string) =>
  trx.updateTable('api_token').where('id', '=', id).where('ended_at', 'is', null).where('secret_hash', 'is', null);

/** Whether somebody else than who asked for it approved it, as the first. */
export async function approveToken(trx: Writer, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await untaken(trx, id)
    .set({ approved_by: by, approved_at: now })
    .where('approved_by', 'is', null)
    .where('asked_by', '<>', by)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether who asked for it now holds it, and nobody took it before. */
export async function takeToken(trx: Writer, id: string, by: string, secretHash: string): Promise<boolean> {
  const { numUpdatedRows } = await untaken(trx, id)
    .set({ secret_hash: secretHash })
    .where('approved_by', 'is not', null)
    .where('asked_by', '=', by)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends what was asked for so many days ago and is not taken yet. */
export const closeUntakenTokens = (trx: Writer, days: number): Promise<{ id: string; office: string }[]> =>
  trx
    .updateTable('api_token')
    .set({ ended_at: now })
    .where('secret_hash', 'is', null)
    .where('ended_at', 'is', null)
    .where(sql<boolean>`created_at <= now() - make_interval(days => ${days})`)
    .returning(['id', sql<string>`organisation`.as('office')])
    .execute();

/** Whether it stood until now. */
export async function endToken(trx: Writer, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('api_token')
    .set({ ended_at: now, ended_by: by })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
