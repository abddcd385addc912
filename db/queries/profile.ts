import { sql } from 'kysely';
import type { Profile } from '../../app/domain/documents/index.ts';
import type { Reader, Writer } from '../client.server.ts';

export async function findProfile(
  db: Reader,
  account: string,
): Promise<{ body: Profile; updatedAt: Date } | undefined> {
  return db
    .selectFrom('profile')
    .select(['body', 'updated_at as updatedAt'])
    .where('account', '=', account)
    .executeTakeFirst();
}

export async function upsertProfile(trx: Writer, account: string, profile: Profile): Promise<void> {
  const body = JSON.stringify(profile);
  await trx
    .insertInto('profile')
    .values({ account, body })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ body, updated_at: sql`now()` }))
    .execute();
}
