import { sql } from 'kysely';
import type { Db, Reader, Writer } from '../client.server.ts';
import type { SignInChallengeTable } from '../schema/passkey.ts';

const now = sql<Date>`now()`;

export type Challenge = {
  challenge: string;
  purpose: SignInChallengeTable['purpose'];
  account: string | null;
  ministry: string | null;
  goTo: string | null;
};

const COLUMNS = ['challenge', 'purpose', 'account', 'ministry', 'go_to as goTo'] as const;

export async function insertChallenge(
  trx: Writer,
  { browserHash, goTo, expiresAt, ...challenge }: Challenge & { browserHash: string; expiresAt: Date },
): Promise<void> {
  await trx
    .insertInto('sign_in_challenge')
    .values({ ...challenge, browser_hash: browserHash, go_to: goTo, expires_at: expiresAt })
    .execute();
}

/** The newest challenge that a browser is to answer. */
export async function findNewestChallenge(
  db: Reader,
  browserHash: string,
  purpose: Challenge['purpose'],
): Promise<Challenge | undefined> {
  return db
    .selectFrom('sign_in_challenge')
    .select(COLUMNS)
    .where('browser_hash', '=', browserHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
}

/** Takes a challenge of that browser out, so that it serves once; undefined where there is none any more. */
export async function takeChallenge(
  trx: Writer,
  { challenge, browserHash, purpose }: { browserHash: string } & Pick<Challenge, 'challenge' | 'purpose'>,
): Promise<Challenge | undefined> {
  return trx
    .deleteFrom('sign_in_challenge')
    .where('challenge', '=', challenge)
    .where('browser_hash', '=', browserHash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning(COLUMNS)
    .executeTakeFirst();
}

export async function deleteExpiredChallenges(db: Db): Promise<void> {
  await db.deleteFrom('sign_in_challenge').where('expires_at', '<=', now).execute();
}
