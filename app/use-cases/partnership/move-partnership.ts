import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { lockPartnership, movePartnership, moveSeats } from '../../../db/queries/partnership.ts';
import { chainOf } from '../../domain/audit/chain.ts';
import { mayWith } from '../../domain/partnership/fit-pathway.ts';
import { PARTNERSHIP_MOVES, type PartnershipMove, type Track } from '../../domain/partnership/partnership.ts';
import type { Who } from '../../domain/people/who.ts';
import { appendAudit } from '../audit/append-audit.ts';

/** Why seats were not moved. `missing`: there is no such partnership, or it is none of theirs; `flagged`: it does not fit its pathway any more; `full`: there are not as many free; `none`: not as many are taken. */
export type SeatsMoved = { ok: true } | { ok: false; problem: 'missing' | 'closed' | 'flagged' | 'full' | 'none' };

async function ofTheirs(trx: Writer, who: Who, action: 'publish-partnership' | 'take-seats', id: string) {
  const standing = await lockPartnership(trx, id);
  return standing && mayWith(who, action, standing) ? standing : undefined;
}

const shutBy = ({ stage, misfit }: { stage: string; misfit: string | null }) =>
  stage === 'closed' ? 'closed' : misfit !== null ? 'flagged' : undefined;

/** Takes seats on a track for people who were admitted or, where `count` is below zero, gives some back. */
export function takeSeats(
  db: Db,
  who: Who,
  { id, track, count }: { id: string; track: Track; count: number },
): Promise<SeatsMoved> {
  return acting(db, who, async (trx) => {
    const standing = await ofTheirs(trx, who, 'take-seats', id);
    if (!standing) return { ok: false, problem: 'missing' };
    const moved = await moveSeats(trx, id, { track, count });
    if (!moved && count < 0) return { ok: false, problem: 'none' };
    if (!moved) return { ok: false, problem: shutBy(standing) ?? 'full' };
    await appendAudit(trx, {
      ...{ chain: chainOf(who), who, action: 'take-seats', object: { type: 'partnership', id } },
      ...{ before: { track, taken: moved.taken - count }, after: { track, taken: moved.taken } },
    });
    return { ok: true };
  });
}

/** Closes a partnership, or opens it again; whether it is theirs and stood where that begins. */
export function closeOrReopen(db: Db, who: Who, id: string, move: PartnershipMove): Promise<boolean> {
  return acting(db, who, async (trx) => {
    if (!(await ofTheirs(trx, who, 'publish-partnership', id))) return false;
    if (!(await movePartnership(trx, id, move))) return false;
    const { from, to } = PARTNERSHIP_MOVES[move];
    await appendAudit(trx, {
      ...{ chain: chainOf(who), who, action: 'publish-partnership', object: { type: 'partnership', id } },
      ...{ before: { stage: from }, after: { stage: to } },
    });
    return true;
  });
}
