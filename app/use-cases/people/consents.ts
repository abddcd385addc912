import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { lockAccount } from '../../../db/queries/account.ts';
import {
  insertConsent,
  listAgreed,
  listConsents,
  listLooks,
  lookAtProfile,
  withdrawConsent,
} from '../../../db/queries/consent.ts';
import { refreshFacts } from '../../../db/queries/profile-facts.ts';
import type { Profile } from '../../domain/documents/index.ts';
import { type Agreement, isPurpose, type Purpose } from '../../domain/people/consent.ts';
import { onePage } from '../one-page.ts';
import { writeLook, writeOwn } from './account-audit.ts';
import type { Session } from './sessions.ts';

type Self = Pick<Session, 'who'>;

/** What somebody agreed to, withdrawn or not, the newest first. */
export const ownConsents = (database: Db, { who }: Self) =>
  acting(database, who, (trx) => listConsents(trx, who.account));

/** Who looked at somebody's data, the newest first. */
export const looksAt = (database: Db, { who }: Self) => acting(database, who, (trx) => listLooks(trx, who.account));

export const agree = (database: Db, { who }: Self, to: Agreement): Promise<void> =>
  acting(database, who, async (trx) => {
    await lockAccount(trx, who.account); // what is told at this moment is found by it, or by whoever tells it
    const isFirst = await insertConsent(trx, who.account, to);
    if (isFirst && to.purpose === 'found-by-employers') await refreshFacts(trx, who.account);
    if (isFirst) await writeOwn(trx, who, 'consent', { after: to });
  });

/** Withdraws what somebody agreed to: who looks at this moment may finish, nobody after. */
export const withdraw = (database: Db, { who }: Self, id: number): Promise<void> =>
  acting(database, who, async (trx) => {
    await lockAccount(trx, who.account);
    const withdrawn = await withdrawConsent(trx, who.account, id);
    if (withdrawn) await writeOwn(trx, who, 'consent', { before: withdrawn });
  });

/** For what an officer looks; undefined of whoever is none. */
const purposeOf = ({ who }: Self): Purpose | undefined => (isPurpose(who.role) ? who.role : undefined);

/** How many people one page names. */
const PAGE = 50;

/** Whoever agreed that an officer's ministry may look, a page of them, and whether there is another. */
export function peopleWhoAgreed(
  database: Db,
  self: Self,
  page: number,
): Promise<{ people: readonly { person: string; agreedAt: Date }[]; more: boolean }> {
  const purpose = purposeOf(self);
  return acting(database, self.who, async (trx) => {
    if (!purpose) return { people: [], more: false };
    const { shown, more } = await onePage(page, PAGE, (range) => listAgreed(trx, purpose, range));
    return { people: shown, more };
  });
}

/** The profile of somebody, by the id that the office has of them, who agreed that an officer's ministry may look, who is shown that it did; undefined of anybody else. */
export function lookAt(database: Db, self: Self, person: string): Promise<Profile | undefined> {
  const purpose = purposeOf(self);
  return acting(database, self.who, async (trx) => {
    const found = purpose && (await lookAtProfile(trx, person, purpose));
    if (found) await writeLook(trx, self.who, found.account);
    return found?.profile;
  });
}
