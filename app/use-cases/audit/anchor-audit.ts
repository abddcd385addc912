import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Db } from '../../../db/client.server.ts';
import { insertAuditAnchor } from '../../../db/queries/audit.ts';

/** Seals what all chains of the audit have come to: what came before can no longer be cut or written anew without a trace. */
export const anchorAudit = (db: Db) => db.transaction().execute(insertAuditAnchor);

/** The job that does so, for the job runner. Its hash leaves with the log: only elsewhere is it safe from whoever owns the database. */
export const anchoring = (db: Db, log: Pick<Logger, 'info'>): TaskList => ({
  'anchor-audit': async () => {
    const anchor = await anchorAudit(db);
    if (anchor) log.info({ anchor: anchor.position, hash: anchor.hash }, 'the audit was anchored');
  },
});
