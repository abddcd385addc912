import type { Db, Writer } from '../../../db/client.server.ts';
import { lockPartnership, partnershipsUnder, setMisfit } from '../../../db/queries/partnership.ts';
import { listPathways } from '../../../db/queries/pathway.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import { outgrownBy } from '../../domain/partnership/fit-pathway.ts';
import { SYSTEM } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';

async function recheck(trx: Writer, id: string, pathways: ReadonlyMap<string, Pathway>, on: string): Promise<void> {
  const found = await lockPartnership(trx, id);
  if (!found) return;
  const { misfit: before, body, pathway, office } = found;
  const misfit = outgrownBy(body, pathways.get(pathway), on) ?? null;
  if (misfit === before) return;
  await setMisfit(trx, id, misfit);
  await appendAudit(trx, {
    ...{ chain: office, who: SYSTEM, action: 'flag-partnership', object: { type: 'partnership', id } },
    ...{ before: { misfit: before }, after: { misfit } },
  });
}

/** Flags the partnerships that fit their pathways no longer, and takes the flag from those that do again. Nothing in them is changed. */
export async function recheckPartnerships(db: Db, pathways: readonly string[], on: string): Promise<void> {
  const ids = await partnershipsUnder(db, pathways);
  if (ids.length === 0) return;
  const standing = new Map((await listPathways(db, on, pathways)).map(({ document }) => [document.id, document]));
  for (const id of ids) await db.transaction().execute((trx) => recheck(trx, id, standing, on));
}
