import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { type Challenge, findNewestChallenge, insertChallenge } from '../../../db/queries/sign-in-challenge.ts';
import { DOOR } from '../../domain/people/who.ts';
import { hashOfSecret, newSecret } from '../secret.ts';

type Asked = Pick<Challenge, 'purpose'> &
  Partial<Pick<Challenge, 'account' | 'ministry' | 'goTo'>> & { browser: string | undefined; until: Date };

/** Asks a browser something that it answers once; the challenge, and the secret of the browser that is to answer. */
export function challengeBrowser(
  database: Db,
  { browser = newSecret(), until, ...about }: Asked,
): Promise<{ browser: string; challenge: string }> {
  return acting(database, DOOR, async (trx) => {
    const challenge = newSecret();
    const asked = { account: null, ministry: null, goTo: null, ...about, challenge };
    await insertChallenge(trx, { ...asked, browserHash: hashOfSecret(browser), expiresAt: until });
    return { browser, challenge };
  });
}

/** What a browser was asked last and has not answered. */
export const waitingChallenge = (
  database: Db,
  browser: string,
  purpose: Challenge['purpose'],
): Promise<Challenge | undefined> =>
  acting(database, DOOR, (trx) => findNewestChallenge(trx, hashOfSecret(browser), purpose));
