import type { TaskList } from 'graphile-worker';
import type { Db } from '../../../db/client.server.ts';
import { closeUntakenTokens } from '../../../db/queries/api-token.ts';
import { closeOldProposals } from '../../../db/queries/proposal.ts';
import { UNDECIDED_DAYS } from '../../domain/people/undecided.ts';
import { SYSTEM } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';

/** Closes what officers handed over and nobody decided on for too long, and tokens that nobody took. */
export async function closeUndecided(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { id, office } of await closeOldProposals(trx, UNDECIDED_DAYS))
      await appendAudit(trx, {
        ...{ chain: office, who: SYSTEM, action: 'expire-proposal', object: { type: 'proposal', id } },
        ...{ before: { status: 'prepared' }, after: { status: 'expired' } },
      });
    for (const { id, office } of await closeUntakenTokens(trx, UNDECIDED_DAYS))
      await appendAudit(trx, { chain: office, who: SYSTEM, action: 'expire-token', object: { type: 'token', id } });
  });
}

/** The job that does so, for the job runner; it works as the owner of the database. */
export const closing = (db: Db): TaskList => ({ 'close-undecided': () => closeUndecided(db) });
