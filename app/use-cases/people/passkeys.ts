import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import { acting, become } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { listAddresses } from '../../../db/queries/account.ts';
import { deletePasskey, insertPasskey, listPasskeys } from '../../../db/queries/passkey.ts';
import { type Challenge, takeChallenge } from '../../../db/queries/sign-in-challenge.ts';
import type { RelyingParty } from '../../domain/people/passkey.ts';
import { DOOR } from '../../domain/people/who.ts';
import type { Locale } from '../../i18n/locale.ts';
import { hashOfSecret } from '../secret.ts';
import { writeOwn } from './account-audit.ts';
import { MadePasskey, readAnswer, saidOf } from './passkey-answer.ts';
import type { Post } from './post.ts';
import type { Session } from './sessions.ts';
import { tellAccount } from './tell-account.ts';

type Doors = { database: Db; post: Post };

/** Whose passkeys, in which language they are told of it, and the page where somebody who did not do it goes. */
type Changing = { session: Session; locale: Locale; page: string; now: Date };

export const passkeysOf = (database: Db, { who }: Session) =>
  acting(database, who, (trx) => listPasskeys(trx, who.account));

/** What is handed to the browser that makes a passkey: bound to whoever unlocks the device, and found there without a name typed. */
export function optionsToMake(
  database: Db,
  { id: rpID }: RelyingParty,
  { who }: Session,
  { challenge }: Pick<Challenge, 'challenge'>,
) {
  return acting(database, who, async (trx) => {
    const [address] = await listAddresses(trx, who.account);
    const passkeys = await listPasskeys(trx, who.account);
    return generateRegistrationOptions({
      ...{ rpID, rpName: 'Fairway', userName: address?.address ?? '', challenge: isoBase64URL.toBuffer(challenge) },
      userID: userHandle(who.account),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
    });
  });
}

/** By it an authenticator tells whose passkey it shows: the account's own id, which names nobody. */
export const userHandle = (account: string) => isoBase64URL.toBuffer(isoBase64URL.fromUTF8String(account));

/** Why a passkey is not taken: none was given, nothing asked for it any more, it is not what was asked for, or it is an account's. */
export type MakingProblem = 'none' | 'expired' | 'wrong' | 'taken';

/** `why`: in the words of whoever verified it, for the log. */
export type Made = { ok: true } | { ok: false; problem: MakingProblem; why?: string };

const verify = ({ origin, id }: RelyingParty, response: MadePasskey, expectedChallenge: string) =>
  verifyRegistrationResponse({
    ...{ response, expectedChallenge, expectedOrigin: origin, expectedRPID: id, requireUserVerification: true },
  });

/** Adds the passkey that a browser made, under a name; its owner is told. */
export function addPasskey(
  doors: Doors,
  party: RelyingParty,
  { answer: typed, name, browser, ...changing }: Changing & { answer: string; name: string; browser: string },
): Promise<Made> {
  const { who } = changing.session;
  return acting(doors.database, DOOR, async (trx) => {
    const read = readAnswer(MadePasskey, typed);
    if (!read) return { ok: false, problem: 'none' };
    const { answer, challenge } = read;
    const asked = { challenge, browserHash: hashOfSecret(browser), purpose: 'add-passkey' as const };
    const taken = await takeChallenge(trx, asked);
    if (taken?.account !== who.account) return { ok: false, problem: 'expired' };
    const made = await saidOf(verify(party, answer, challenge));
    if (!made.ok) return { ok: false, problem: 'wrong', why: made.why };
    if (!made.said.verified) return { ok: false, problem: 'wrong', why: 'its signature is wrong' };
    await become(trx, who);
    const { id, publicKey, counter } = made.said.registrationInfo.credential;
    const transports = answer.response.transports ?? [];
    if (!(await insertPasskey(trx, { id, account: who.account, publicKey, counter, transports, name })))
      return { ok: false, problem: 'taken' };
    await tellAccount(trx, doors.post, who.account, {
      ...changing,
      notice: { kind: 'passkey-added', url: changing.page },
    });
    await writeOwn(trx, who, 'passkey', { before: null, after: 'added' });
    return { ok: true };
  });
}

/** Takes a passkey away, and tells its owner; whether there was one. */
export function removePasskey(doors: Doors, id: string, changing: Changing): Promise<boolean> {
  const { who } = changing.session;
  return acting(doors.database, who, async (trx) => {
    if (!(await deletePasskey(trx, who.account, id))) return false;
    await tellAccount(trx, doors.post, who.account, {
      ...changing,
      notice: { kind: 'passkey-removed', url: changing.page },
    });
    await writeOwn(trx, who, 'passkey', { before: 'added', after: null });
    return true;
  });
}
