import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { deleteAccount, findAccount, listAddresses, listRoles } from '../../../db/queries/account.ts';
import { deleteAccountSession, deleteSessionsExcept, listSessions } from '../../../db/queries/account-session.ts';
import { listAlerts } from '../../../db/queries/alert.ts';
import { listConsents, listLooks } from '../../../db/queries/consent.ts';
import { listContactsOf } from '../../../db/queries/contact.ts';
import { listFollows } from '../../../db/queries/follow.ts';
import { listIdentities } from '../../../db/queries/identity.ts';
import { listPasskeys } from '../../../db/queries/passkey.ts';
import { findProfile } from '../../../db/queries/profile.ts';
import { DOOR } from '../../domain/people/who.ts';
import { writeOwn } from './account-audit.ts';
import { type Begun, beginSession, type Session } from './sessions.ts';

/** What the account page shows. */
export const accountOverview = (database: Db, { who, actsAs }: Session) =>
  acting(database, who, async (trx) => {
    const [account, addresses, roles, passkeys] = [
      await findAccount(trx, who.account),
      await listAddresses(trx, who.account),
      await listRoles(trx, who.account),
      await listPasskeys(trx, who.account),
    ];
    return { hasPassword: account?.passwordHash != null, passkeys: passkeys.length, addresses, roles, actsAs };
  });

export const sessionsOf = (database: Db, { who }: Session) =>
  acting(database, who, (trx) => listSessions(trx, who.account));

/** Ends one session of the same account, or all others. */
export const endOther = (database: Db, { who, id }: Session, other: string | 'all'): Promise<void> =>
  acting(database, who, async (trx) => {
    if (other === 'all') await deleteSessionsExcept(trx, who.account, id);
    else await deleteAccountSession(trx, who.account, other);
    await writeOwn(trx, who, 'session', { after: 'ended' });
  });

/** Goes on in another role of the same account, in a new session; undefined where the account has no such role. */
export function changeRole(
  database: Db,
  { who, id }: Session,
  { role, browserName, now }: { role: string; browserName: string; now: Date },
): Promise<Begun | undefined> {
  return acting(database, DOOR, async (trx) => {
    const roles = await listRoles(trx, who.account);
    const actsAs = roles.find((one) => one.id === role) ?? null;
    if (!actsAs && role !== 'worker') return undefined;
    await deleteAccountSession(trx, who.account, id);
    const secret = await beginSession(trx, { account: who.account, actsAs, browser: browserName, now });
    const next = actsAs?.role ?? 'worker';
    await writeOwn(trx, { kind: 'account', account: who.account, role: next }, 'role', {
      before: who.role,
      after: next,
    });
    return { secret, role: next };
  });
}

/** Everything that is kept of somebody, for them to take along. */
export const everythingOf = (database: Db, { who }: Pick<Session, 'who'>) =>
  acting(database, who, async (trx) => {
    const account = await findAccount(trx, who.account);
    const profile = await findProfile(trx, who.account);
    return {
      account: account && { id: account.id, locale: account.locale, createdAt: account.createdAt },
      addresses: await listAddresses(trx, who.account),
      roles: await listRoles(trx, who.account),
      sessions: await listSessions(trx, who.account),
      passkeys: await listPasskeys(trx, who.account),
      identities: await listIdentities(trx, who.account),
      profile: profile?.body ?? null,
      profileSavedAt: profile?.updatedAt ?? null,
      consents: await listConsents(trx, who.account),
      follows: await listFollows(trx, who.account),
      looks: await listLooks(trx, who.account),
      contacts: await listContactsOf(trx, who.account),
      alerts: await listAlerts(trx, who.account),
    };
  });

/** Deletes an account with all that belongs to it. */
export const endAccount = (database: Db, { who }: Pick<Session, 'who'>): Promise<void> =>
  acting(database, who, async (trx) => {
    await deleteAccount(trx, who.account);
    await writeOwn(trx, who, 'account', { after: 'deleted' });
  });
