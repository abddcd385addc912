import { randomUUID } from 'node:crypto';
import { acting, become } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { upsertProfile } from '../../../db/queries/profile.ts';
import {
  type Attempt,
  countWrongTry,
  insertAttempt,
  listAttempts,
  spendAttempt,
} from '../../../db/queries/sign-in-attempt.ts';
import type { Profile } from '../../domain/documents/index.ts';
import type { Address } from '../../domain/people/address.ts';
import { CODE, isOnItsWay, judgeCode, readCode } from '../../domain/people/code.ts';
import { DOOR } from '../../domain/people/who.ts';
import type { Locale } from '../../i18n/locale.ts';
import { hashOfSecret, newSecret } from '../secret.ts';
import { accountAt } from './account-at.ts';
import { writeProfile } from './account-audit.ts';
import { codeHash, isCode, newCode } from './code.ts';
import type { Post } from './post.ts';
import { type Begun, signInAs } from './sessions.ts';

export type SignInDoors = { database: Db; secret: string; post: Post };

/** What somebody was on the way to when they were asked to sign in. */
export type OnTheWay = { goTo: string | null; checkQuery: string | null };

const sentOf = ({ createdAt, wrongTries }: Attempt) => ({ sentAt: createdAt, wrongTries, usedAt: null });

type Asked = {
  address: Address;
  purpose: Attempt['purpose'];
  account: string | null;
  browser: string;
  locale: Locale;
  now: Date;
};

/** Sends a code for that browser to an address, unless the one that is on its way is the answer. */
export async function sendCode(trx: Writer, { secret, post }: SignInDoors, asked: Asked & OnTheWay): Promise<void> {
  const { address, purpose, account, browser, locale, now } = asked;
  const waiting = await listAttempts(trx, hashOfSecret(browser), purpose);
  const same = waiting.find((one) => one.kind === address.kind && one.address === address.address);
  if (same && isOnItsWay(sentOf(same), now)) return;
  const [id, code] = [randomUUID(), newCode()];
  await insertAttempt(trx, {
    ...{ kind: address.kind, address: address.address, id, purpose, account, codeHash: codeHash(secret, id, code) },
    ...{ browserHash: hashOfSecret(browser), goTo: asked.goTo, checkQuery: asked.checkQuery },
    expiresAt: new Date(now.getTime() + CODE.livesFor),
  });
  await post(trx, { to: address, locale, notice: { kind: 'code', code, minutes: CODE.livesFor / 60_000 } });
}

/**
 * Sends a code to an address, whether or not an account has it, so that the answer tells nobody. The secret of the browser that waits
 * for it: a code serves only where it was asked for.
 */
export function askForCode(
  doors: SignInDoors,
  asked: { address: Address; browser: string | undefined; locale: Locale; now: Date } & OnTheWay,
): Promise<string> {
  const browser = asked.browser ?? newSecret();
  return acting(doors.database, DOOR, async (trx) => {
    await sendCode(trx, doors, { ...asked, purpose: 'sign-in', account: null, browser });
    return browser;
  });
}

/** The newest code that a browser waits for. */
export const waitingFor = (
  database: Db,
  browser: string,
  purpose: Attempt['purpose'] = 'sign-in',
): Promise<Attempt | undefined> =>
  acting(database, DOOR, async (trx) => (await listAttempts(trx, hashOfSecret(browser), purpose))[0]);

/** Why a code is not taken: it is none, no code is waited for any more, it is another, there were too many tries, or the address waits. */
export type CodeProblem = 'none' | 'expired' | 'wrong' | 'spent' | 'waiting';

type Tried = { ok: true; attempt: Attempt } | { ok: false; problem: CodeProblem };

/** Tries a code against all that its browser waits for, and uses the right one up. */
export async function tryCode(
  trx: Writer,
  secret: string,
  { browser, typed, purpose, now }: { browser: string; typed: string; purpose: Attempt['purpose']; now: Date },
): Promise<Tried> {
  const waiting = await listAttempts(trx, hashOfSecret(browser), purpose);
  if (waiting.length === 0) return { ok: false, problem: 'expired' };
  const code = readCode(typed);
  if (code === undefined) return { ok: false, problem: 'none' };
  const judged = waiting.map((attempt) => {
    const matches = isCode(secret, attempt.id, code, attempt.codeHash);
    return { attempt, is: judgeCode(sentOf(attempt), matches, now).is };
  });
  const right = judged.find(({ is }) => is === 'right')?.attempt;
  if (right && (await spendAttempt(trx, right.id, CODE.tries))) return { ok: true, attempt: right };
  for (const problem of ['expired', 'spent'] as const)
    if (judged.every(({ is }) => is === problem)) return { ok: false, problem };
  await countWrongTry(trx, hashOfSecret(browser));
  return { ok: false, problem: 'wrong' };
}

export type SignedIn = { ok: true; isNew: boolean } & Begun & OnTheWay;

/** The profiles of the checks from which a browser's codes were asked for, read before anything is locked. */
async function profilesOf(
  database: Db,
  browser: string,
  profileOf: (checkQuery: string) => Promise<Profile>,
): Promise<ReadonlyMap<string, Profile>> {
  const waiting = await acting(database, DOOR, (trx) => listAttempts(trx, hashOfSecret(browser), 'sign-in'));
  const queries = new Set(waiting.flatMap(({ checkQuery }) => checkQuery ?? []));
  const profiles = new Map<string, Profile>();
  for (const query of queries) profiles.set(query, await profileOf(query));
  return profiles;
}

async function keepFirstProfile(trx: Writer, account: string, profile: Profile): Promise<void> {
  const who = { kind: 'account', account, role: 'worker' } as const;
  await become(trx, who);
  await upsertProfile(trx, account, profile);
  await writeProfile(trx, who, { before: { type: 'profile' }, after: profile });
}

/**
 * Signs in by a code, and makes the account where there is none: the answers of a check that one came from become its profile.
 * `profileOf` reads them.
 */
export async function signInByCode(
  { database, secret }: SignInDoors,
  asked: { browser: string; typed: string; browserName: string; locale: Locale; now: Date },
  profileOf: (checkQuery: string) => Promise<Profile>,
): Promise<SignedIn | { ok: false; problem: CodeProblem }> {
  const profiles = await profilesOf(database, asked.browser, profileOf);
  return acting(database, DOOR, async (trx) => {
    const tried = await tryCode(trx, secret, { ...asked, purpose: 'sign-in' });
    if (!tried.ok) return tried;
    const { attempt } = tried;
    const there = await accountAt(trx, attempt, asked);
    if (!there) return { ok: false, problem: 'waiting' };
    const { account, isNew } = there;
    const profile = attempt.checkQuery === null ? undefined : profiles.get(attempt.checkQuery);
    if (isNew && profile) await keepFirstProfile(trx, account, profile);
    const begun = await signInAs(trx, account, asked, { isNew, by: 'code' });
    return { ok: true, ...begun, isNew, goTo: attempt.goTo, checkQuery: attempt.checkQuery };
  });
}
