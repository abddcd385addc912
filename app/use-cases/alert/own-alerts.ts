import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { listAddresses, lockAccount } from '../../../db/queries/account.ts';
import { type Alert, deleteAlert, listAlerts, MOST_ALERTS, stopAlert, upsertAlert } from '../../../db/queries/alert.ts';
import { refreshFacts } from '../../../db/queries/profile-facts.ts';
import { writeOwn } from '../people/account-audit.ts';
import type { Session } from '../people/sessions.ts';
import { isStopKey } from './stop-link.ts';

type Self = Pick<Session, 'who'>;
type Way = Alert['via'];
type Kept = Pick<Alert, 'kind' | 'query' | 'frequency' | 'via'>;

export const ownAlerts = (db: Db, { who }: Self): Promise<Alert[]> =>
  acting(db, who, (trx) => listAlerts(trx, who.account));

/** Of some kinds of address, those that one has. */
export const ownWays = (db: Db, { who }: Self, kinds: readonly Way[]): Promise<Way[]> =>
  acting(db, who, async (trx) => {
    const addresses = await listAddresses(trx, who.account);
    return kinds.filter((kind) => addresses.some((one) => one.kind === kind));
  });

/** Keeps a saved search, or the wish to be told of what is for one's profile; whether there was room for one more. */
export const keepAlert = (db: Db, { who }: Self, alert: Kept): Promise<boolean> =>
  acting(db, who, async (trx) => {
    const all = await listAlerts(trx, who.account);
    const isKept = all.some(({ kind, query }) => kind === alert.kind && query === alert.query);
    if (!isKept && all.length >= MOST_ALERTS) return false;
    await lockAccount(trx, who.account); // what is told at this moment is matched by it, or by whoever tells it
    await upsertAlert(trx, who.account, alert);
    if (alert.kind === 'profile') await refreshFacts(trx, who.account);
    await writeOwn(trx, who, 'alert', { after: { kind: alert.kind, frequency: alert.frequency, via: alert.via } });
    return true;
  });

/** Ends one: nothing more is sent, of what was found already neither. */
export const endAlert = (db: Db, { who }: Self, id: string): Promise<void> =>
  acting(db, who, async (trx) => {
    if (await deleteAlert(trx, who.account, id)) await writeOwn(trx, who, 'alert', { after: 'ended' });
  });

/** Ends one for whoever received a message of it; whether the key is right. Ended before is ended. */
export async function stopByLink(
  db: Db,
  secret: string,
  { alert, key }: { alert: string; key: string },
): Promise<boolean> {
  if (!isStopKey(secret, alert, key)) return false;
  await stopAlert(db, alert);
  return true;
}
