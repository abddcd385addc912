import { sql } from 'kysely';
import type { Role } from '../../app/domain/people/who.ts';
import type { Db, Writer } from '../client.server.ts';

export async function insertToken(
  trx: Writer,
  token: { secretHash: string; name: string; role: Role; state: string | null; organisation: string | null },
): Promise<string> {
  const { secretHash, ...rest } = token;
  const { id } = await trx
    .insertInto('api_token')
    .values({ secret_hash: secretHash, ...rest })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

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
