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

/** What was done to something, in order: in which chain, what, by whom. */
export async function actsUpon(db: Db, object: string): Promise<[chain: string, action: string, actor: string][]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['chain', 'action', 'actor'])
    .where('object_id', '=', object)
    .orderBy('position')
    .execute();
  return rows.map(({ chain, action, actor }) => [chain, action, actor]);
}
