import { sql } from 'kysely';
import type { Db, Reader } from '../client.server.ts';

export type SavedCheckRow = { query: string; privateAnswers: unknown; expiresAt: Date };

export async function insertSavedCheck(
  db: Db,
  hash: string,
  { query, privateAnswers }: { query: string; privateAnswers: object | null },
): Promise<void> {
  await db
    .insertInto('saved_check')
    .values({
      key_hash: hash,
      query,
      private_answers: privateAnswers && JSON.stringify(privateAnswers),
      expires_at: sql<Date>`now() + interval '90 days'`,
    })
    .execute();
}

export async function findSavedCheck(db: Reader, hash: string): Promise<SavedCheckRow | undefined> {
  return db
    .selectFrom('saved_check')
    .select(['query', 'private_answers as privateAnswers', 'expires_at as expiresAt'])
    .where('key_hash', '=', hash)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
}

export async function deleteSavedCheck(db: Db, hash: string): Promise<void> {
  await db.deleteFrom('saved_check').where('key_hash', '=', hash).execute();
}

export async function deleteExpiredSavedChecks(db: Db): Promise<void> {
  await db.deleteFrom('saved_check').where('expires_at', '<=', sql<Date>`now()`).execute();
}
