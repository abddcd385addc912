import { randomUUID } from 'node:crypto';
import type { Profile } from '../../app/domain/documents/index.ts';
import type { Session } from '../../app/use-cases/people/sessions.ts';
import type { Db } from '../../db/client.server.ts';

export type Worker = Pick<Session, 'who'>;

/** A worker with an account, written by the owner of the database; with a profile where they tell anything. */
export async function aWorker(db: Db, told?: Omit<Profile, 'type'>): Promise<Worker> {
  const account = randomUUID();
  await db
    .insertInto('account')
    .values({ id: account, locale: 'en', audit_key: 'a'.repeat(64) })
    .execute();
  const body = JSON.stringify({ type: 'profile', ...told });
  if (told) await db.insertInto('profile').values({ account, body }).execute();
  return { who: { kind: 'account', account, role: 'worker' } };
}
