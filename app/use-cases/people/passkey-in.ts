import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server';
import { isoBase64URL } from '@simplewebauthn/server/helpers';
import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { countPasskeyUse, lockPasskey, type Passkey } from '../../../db/queries/passkey.ts';
import { type Challenge, takeChallenge } from '../../../db/queries/sign-in-challenge.ts';
import type { RelyingParty } from '../../domain/people/passkey.ts';
import { DOOR } from '../../domain/people/who.ts';
import { hashOfSecret } from '../secret.ts';
import { readAnswer, ShownPasskey, saidOf } from './passkey-answer.ts';
import { type Begun, signInAs } from './sessions.ts';

/** What is handed to the browser that shows a passkey: any for this site, with whoever unlocks the device. */
export const optionsToShow = ({ id: rpID }: RelyingParty, { challenge }: Pick<Challenge, 'challenge'>) =>
  generateAuthenticationOptions({
    ...{ rpID, challenge: isoBase64URL.toBuffer(challenge), userVerification: 'required' as const },
  });

/** Why a passkey signs nobody in: none was given, nothing asked for it any more, it is none of ours, or it is not what was asked for. */
export type ShowingProblem = 'none' | 'expired' | 'unknown' | 'wrong';

/** `why`: in the words of whoever verified it, for the log. */
export type Shown = ({ ok: true; goTo: string | null } & Begun) | { ok: false; problem: ShowingProblem; why?: string };

type Read = { answer: ShownPasskey; challenge: string };

async function verify({ origin, id }: RelyingParty, { account, ...credential }: Passkey, { answer, challenge }: Read) {
  if (isoBase64URL.toUTF8String(answer.response.userHandle) !== account)
    throw new Error('The passkey was made for another account');
  return verifyAuthenticationResponse({
    ...{ response: answer, expectedChallenge: challenge, expectedOrigin: origin, expectedRPID: id },
    credential: { ...credential, publicKey: Uint8Array.from(credential.publicKey) },
    requireUserVerification: true,
  });
}

/** Signs in by a passkey; a count that went back shows that somebody has copied it, and signs nobody in. */
export function signInByPasskey(
  database: Db,
  party: RelyingParty,
  { browser, answer: typed, ...asked }: { browser: string; answer: string; browserName: string; now: Date },
): Promise<Shown> {
  return acting(database, DOOR, async (trx) => {
    const read = readAnswer(ShownPasskey, typed);
    if (!read) return { ok: false, problem: 'none' };
    const { challenge } = read;
    const taken = await takeChallenge(trx, { challenge, browserHash: hashOfSecret(browser), purpose: 'sign-in' });
    if (!taken) return { ok: false, problem: 'expired' };
    const passkey = await lockPasskey(trx, read.answer.id);
    if (!passkey) return { ok: false, problem: 'unknown' };
    const shown = await saidOf(verify(party, passkey, read));
    if (!shown.ok) return { ok: false, problem: 'wrong', why: shown.why };
    if (!shown.said.verified) return { ok: false, problem: 'wrong', why: 'its signature is wrong' };
    await countPasskeyUse(trx, passkey.id, shown.said.authenticationInfo.newCounter);
    const begun = await signInAs(trx, passkey.account, asked, { isNew: false, by: 'passkey' });
    return { ok: true, ...begun, goTo: taken.goTo };
  });
}
