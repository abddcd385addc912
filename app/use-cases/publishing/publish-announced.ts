import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Db } from '../../../db/client.server.ts';
import { markPublished } from '../../../db/queries/proposal.ts';
import { barPlan, type Due, duePlans, takePlan } from '../../../db/queries/quota-plan.ts';
import type { Problem } from '../../domain/documents/index.ts';
import { SYSTEM } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { importWithin, lock } from '../import-documents/import-documents.ts';
import { today } from '../today.ts';
import { baseOf, fileOf, optionsOf, problemsOf } from './proposal-import.ts';

const OUTDATED = { path: '', message: 'a quota of it was published anew since it was prepared' };

/** Takes back what the transaction did. */
class Barred extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('what was announced cannot take effect');
  }
}

/** Publishes one unless somebody else did meanwhile, or throws Barred. Whether it did. */
function publishDue(db: Db, { id, plan, why, office, base }: Due): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await lock(trx, new Set(['quota'] as const));
    if (!(await takePlan(trx, id))) return false;
    if ((await baseOf(trx, plan)) !== base) throw new Barred([OUTDATED]);
    const report = await importWithin(trx, fileOf(plan), optionsOf({ who: SYSTEM, office }, plan, why));
    if (report.problems.length > 0) throw new Barred(problemsOf(report));
    await markPublished(trx, id);
    await appendAudit(trx, {
      ...{ chain: office, who: SYSTEM, action: 'publish-announced', object: { type: 'proposal', id }, why },
    });
    return true;
  });
}

/**
 * Publishes what was announced for today or before, each by itself. What stands in the way of one (places promised meanwhile, say) is
 * written down for its office to decide anew, and it is tried again the next time. How many were published.
 */
export async function publishAnnounced(db: Db, on: string, log: Pick<Logger, 'warn'>): Promise<number> {
  let published = 0;
  for (const one of await duePlans(db, on)) {
    try {
      published += (await publishDue(db, one)) ? 1 : 0;
    } catch (error) {
      if (!(error instanceof Barred)) throw error;
      await db.transaction().execute((trx) => barPlan(trx, one.id, error.problems));
      log.warn({ proposal: one.id, problems: error.problems }, 'what was announced cannot take effect');
    }
  }
  return published;
}

/** The job, for the job runner; it works as the owner of the database. */
export const announcing = (db: Db, log: Pick<Logger, 'warn'>): TaskList => ({
  'publish-announced': async () => void (await publishAnnounced(db, today(), log)),
});
