import { SYSTEM } from '../../app/domain/people/who.ts';
import { appendAudit } from '../../app/use-cases/audit/append-audit.ts';
import type { Db } from '../../db/client.server.ts';

/** Writes an entry that says so, in a transaction of its own. */
export const note = (db: Db, chain: string, why: string): Promise<void> =>
  db
    .transaction()
    .execute((trx) =>
      appendAudit(trx, { chain, who: SYSTEM, action: 'note', object: { type: 'note', id: chain }, why }),
    );
