import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import {
  findPartnership,
  insertPartnership,
  lockPartnership,
  rewritePartnership,
  type Written,
} from '../../../db/queries/partnership.ts';
import { findPathway } from '../../../db/queries/pathway.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import { type Misfit, mayWith, outgrownBy } from '../../domain/partnership/fit-pathway.ts';
import type { Partnership, PublishedPartnership } from '../../domain/partnership/partnership.ts';
import type { Who } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';

export type Published =
  | { ok: true; created: boolean; partnership: PublishedPartnership }
  | { ok: false; misfit: Misfit };

/** Why what stands under an id, locked, may not become what is written. */
function objectionTo(
  standing: NonNullable<Awaited<ReturnType<typeof lockPartnership>>>,
  { pathway, seats }: Partnership,
  who: Who,
): Misfit | undefined {
  if (!mayWith(who, 'publish-partnership', standing)) return 'of-another';
  if (standing.pathway !== pathway) return 'moved';
  if (seats.away < standing.takenAway) return 'away-taken';
  return seats.home < standing.takenHome ? 'home-taken' : undefined;
}

/** What stood there before it was written, undefined where nothing did; or why it was not written. */
async function write(
  trx: Writer,
  who: Who,
  written: Written,
): Promise<{ ok: true; before: Partnership | undefined } | { ok: false; misfit: Misfit }> {
  if (await insertPartnership(trx, written)) return { ok: true, before: undefined };
  const standing = await lockPartnership(trx, written.partnership.id);
  if (!standing) throw new Error('a partnership that could not be inserted is there');
  const misfit = objectionTo(standing, written.partnership, who);
  if (misfit) return { ok: false, misfit };
  await rewritePartnership(trx, written);
  return { ok: true, before: standing.body };
}

/** Publishes training under a pathway, or what has become of it: the same id again says the newest. */
export function publishPartnership(db: Db, who: Who, partnership: Partnership, on: string): Promise<Published> {
  return acting(db, who, async (trx) => {
    const { id } = partnership;
    const pathway = (await findPathway(trx, partnership.pathway, on))?.document;
    const misfit = outgrownBy(partnership, pathway, on);
    if (misfit || !pathway) return { ok: false, misfit: misfit ?? 'no-pathway' };
    const { destination } = pathway;
    if (!mayWith(who, 'publish-partnership', { origin: partnership.provider.country, destination }))
      return { ok: false, misfit: 'foreign' };
    const office = chainOf(who);
    const wrote = await write(trx, who, { partnership, destination, office });
    if (!wrote.ok) return wrote;
    const published = await findPartnership(trx, id);
    if (!published) throw new Error('a partnership that was just written is there');
    await appendAudit(trx, {
      ...{ chain: office, who, action: 'publish-partnership', object: { type: 'partnership', id } },
      ...{ ...(wrote.before && { before: wrote.before }), after: partnership },
    });
    return { ok: true, created: wrote.before === undefined, partnership: published };
  });
}
