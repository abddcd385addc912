import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { type Challenge, findNewestChallenge, insertChallenge } from '../../../db/queries/sign-in-challenge.ts';
import { DOOR } from '../../domain/people/who.ts';
import { hashOfSecret, newSecret } from '../secret.ts';

type Asked = Omit<Challenge, 'challenge'> & { browser: string | undefined; until: Date };

/** Asks a browser something that it answers once; the secret of the browser that is to answer. */
export function challengeBrowser(database: Db, { browser, until, ...about }: Asked): Promise<string> {
  const waits = browser ?? newSecret();
  return acting(database, DOOR, async (trx) => {
    const challenge = newSecret();
    await insertChallenge(trx, { ...about, challenge, browserHash: hashOfSecret(waits), expiresAt: until });
    return waits;
  });
}

/** What a browser was asked last and has not answered. */
export const waitingChallenge = (
  database: Db,
  browser: string,
  purpose: Challenge['purpose'],
): Promise<Challenge | undefined> =>
  acting(database, DOOR, (trx) => findNewestChallenge(trx, hashOfSecret(browser), purpose));
