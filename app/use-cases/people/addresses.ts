import { acting, become } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import {
  type AddressRow,
  deleteAddress,
  insertAddress,
  listAddresses,
  releaseAddresses,
} from '../../../db/queries/account.ts';
import type { Address } from '../../domain/people/address.ts';
import { DOOR } from '../../domain/people/who.ts';
import type { Locale } from '../../i18n/locale.ts';
import { newSecret } from '../secret.ts';
import { personal, writeOwn } from './account-audit.ts';
import { hiddenAddress } from './address.ts';
import type { Session } from './sessions.ts';
import { type CodeProblem, type SignInDoors, sendCode, tryCode } from './sign-in.ts';

/** So long somebody who stole a session would have to wait, and its owner, who is told, can undo it. */
const WAIT_MS = 72 * 3600 * 1000;

type Asking = { session: Session; browser: string | undefined; locale: Locale; now: Date };

/** `page`: where somebody who did not do it goes. */
type Telling = { page: string };

const isUsable = ({ usableFrom }: AddressRow, now: Date) => usableFrom <= now;

/** Sends a code to an address that is to become this account's; the secret of the browser that waits for it. */
export function askToAdd(doors: SignInDoors, address: Address, { session, browser, locale, now }: Asking) {
  const waits = browser ?? newSecret();
  return acting(doors.database, DOOR, async (trx) => {
    const asked = { address, purpose: 'add-address', account: session.who.account } as const;
    await sendCode(trx, doors, { ...asked, browser: waits, locale, now, goTo: null, checkQuery: null });
    return waits;
  });
}

/** Sends a code to an address that the account has, by which those that wait may be used at once. */
export function askToRelease(doors: SignInDoors, address: Address, { session, browser, locale, now }: Asking) {
  const waits = browser ?? newSecret();
  return acting(doors.database, DOOR, async (trx) => {
    const own = await listAddresses(trx, session.who.account);
    const usable = own.find((one) => one.address === address.address && isUsable(one, now));
    if (!usable) return undefined;
    const asked = { address: usable, purpose: 'release-addresses', account: session.who.account } as const;
    await sendCode(trx, doors, { ...asked, browser: waits, locale, now, goTo: null, checkQuery: null });
    return waits;
  });
}

export type Confirmed = { ok: true } | { ok: false; problem: CodeProblem | 'taken' };

/**
 * Adds the address whose code was typed. It may be used to sign in after 72 hours, or as soon as a code that goes to an older address
 * of the account confirms it; the older ones are told at once.
 */
export function confirmAdded(
  doors: SignInDoors,
  typed: string,
  { session, browser, locale, now, page }: Asking & Telling & { browser: string },
): Promise<Confirmed> {
  const { who } = session;
  return acting(doors.database, DOOR, async (trx) => {
    const tried = await tryCode(trx, doors.secret, { browser, typed, purpose: 'add-address', now });
    if (!tried.ok) return tried;
    if (tried.attempt.account !== who.account) return { ok: false, problem: 'expired' };
    await become(trx, who);
    const own = await listAddresses(trx, who.account);
    if (own.some(({ address }) => address === tried.attempt.address)) return { ok: true };
    const others = own.filter((one) => isUsable(one, now));
    const usableFrom = new Date(now.getTime() + (others.length > 0 ? WAIT_MS : 0));
    if (!(await insertAddress(trx, who.account, tried.attempt, usableFrom))) return { ok: false, problem: 'taken' };
    const notice = { kind: 'address-added', address: hiddenAddress(tried.attempt), url: page } as const;
    for (const to of others) await doors.post(trx, { to, locale, notice });
    await writeOwn(trx, who, 'address', { after: await personal(trx, who, tried.attempt.address) });
    return { ok: true };
  });
}

/** The addresses that wait may be used, once the code that went to an older one is typed. */
export function confirmReleased(
  doors: SignInDoors,
  typed: string,
  { session, browser, now }: Asking & { browser: string },
): Promise<Confirmed> {
  const { who } = session;
  return acting(doors.database, DOOR, async (trx) => {
    const tried = await tryCode(trx, doors.secret, { browser, typed, purpose: 'release-addresses', now });
    if (!tried.ok) return tried;
    if (tried.attempt.account !== who.account) return { ok: false, problem: 'expired' };
    await become(trx, who);
    await releaseAddresses(trx, who.account);
    await writeOwn(trx, who, 'address', { after: 'released' });
    return { ok: true };
  });
}

/** Takes an address away and tells it so; not the last one by which somebody can sign in. */
export function removeAddress(
  doors: SignInDoors,
  address: Address,
  { session: { who }, locale, page }: Pick<Asking, 'session' | 'locale'> & Telling,
): Promise<boolean> {
  return acting(doors.database, who, async (trx) => {
    const removed = await deleteAddress(trx, who.account, address);
    if (!removed) return false;
    const notice = { kind: 'address-removed', address: hiddenAddress(address), url: page } as const;
    await doors.post(trx, { to: address, locale, notice });
    await writeOwn(trx, who, 'address', { before: await personal(trx, who, address.address), after: null });
    return true;
  });
}

export const addressesOf = (database: Db, { who }: Session): Promise<AddressRow[]> =>
  acting(database, who, (trx) => listAddresses(trx, who.account));
