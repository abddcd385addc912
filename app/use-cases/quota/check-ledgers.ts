import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Db } from '../../../db/client.server.ts';
import { ledgerFlaws } from '../../../db/queries/quota-check.ts';

/** The nightly job that adds every ledger up again; what does not agree is an error in the log, for whoever runs this to look into. */
export const checkingLedgers = (db: Db, log: Pick<Logger, 'error' | 'info'>): TaskList => ({
  'check-quota-ledgers': async () => {
    const flaws = await ledgerFlaws(db);
    for (const flaw of flaws) log.error({ quota: flaw.quota, flaw }, 'a quota does not agree with its ledger');
    if (flaws.length === 0) log.info('every quota agrees with its ledger');
  },
});
