import type { TaskList } from 'graphile-worker';
import * as z from 'zod';
import type { Db, Writer } from '../../../db/client.server.ts';
import { listPathwayIds, pathwayEditions } from '../../../db/queries/pathway.ts';
import { listPostings, listPublishedUnder, type Posting, setMarks } from '../../../db/queries/vacancy.ts';
import { clearancesOf } from '../../../db/queries/vacancy-clearance.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import { SYSTEM } from '../../domain/people/who.ts';
import { canonicalJson } from '../../domain/text/canonical-json.ts';
import { isAmong } from '../../domain/vacancy/flaw.ts';
import { keepingBack, type Marks } from '../../domain/vacancy/marks.ts';
import { askToMatch } from '../alert/ask-to-match.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { recheckPartnerships } from '../partnership/recheck-partnerships.ts';
import { projectMoved } from '../project-changed.ts';
import { today } from '../today.ts';
import { RECHECK } from './ask-to-recheck.ts';
import { marksNow } from './marks-now.ts';
import { askToTellEmployer } from './tell-employer.ts';

const Payload = z.object({ pathways: z.array(z.string()).optional() });

/** As many as one transaction looks at. */
const BATCH = 500;

/** What changed for a vacancy: it is offered no more, or again, or else. */
type Rechecked = 'hidden' | 'offered' | 'as-before';

/** Marks a vacancy as it is to be by now. Its employer is told of what keeps it from everybody, and of nothing else. */
async function recheck(trx: Writer, posting: Posting, now: Marks): Promise<Rechecked> {
  const { vacancy } = posting;
  const before: Marks = { flags: posting.flags ?? [], remarks: posting.remarks ?? [] };
  if (canonicalJson(now) === canonicalJson(before)) return 'as-before';
  await setMarks(trx, vacancy.id, now);
  const [kept, keeps] = [keepingBack(before), keepingBack(now)];
  if (canonicalJson(keeps) === canonicalJson(kept)) return 'as-before';
  if (!keeps.every(isAmong(kept))) await askToTellEmployer(trx, vacancy.id, 'flagged');
  await appendAudit(trx, {
    ...{ chain: vacancy.employer, who: SYSTEM, action: 'flag-vacancy', object: { type: 'vacancy', id: vacancy.id } },
    ...{ before: { flags: kept }, after: { flags: keeps } },
  });
  return keeps.length > 0 ? 'hidden' : 'offered';
}

/** A batch in its transaction: search learns what moved, and whoever looks for such work what is offered again. */
async function recheckBatch(
  trx: Writer,
  ids: readonly string[],
  editions: ReadonlyMap<string, Pathway[]>,
  on: string,
): Promise<void> {
  const clearances = await clearancesOf(trx, ids);
  const moved: Record<Rechecked, string[]> = { hidden: [], offered: [], 'as-before': [] };
  for (const posting of await listPostings(trx, ids)) {
    const { vacancy } = posting;
    const now = marksNow(vacancy, editions.get(vacancy.pathway) ?? [], on, clearances.get(vacancy.id));
    moved[await recheck(trx, posting, now)].push(vacancy.id);
  }
  await projectMoved(trx, [...moved.hidden, ...moved.offered]);
  await askToMatch(trx, moved.offered);
}

/** Marks the vacancies of pathways as they are to be by now: those that fit no longer, and those that do again. Nothing in them is changed. */
export async function recheckVacancies(db: Db, pathways: readonly string[], on: string): Promise<void> {
  const editions = await pathwayEditions(db, pathways);
  for (let after = ''; ; ) {
    const ids = await listPublishedUnder(db, pathways, { after, limit: BATCH });
    const last = ids.at(-1);
    if (last === undefined) return;
    await db.transaction().execute((trx) => recheckBatch(trx, ids, editions, on));
    after = last;
  }
}

/** The job, for the job runner, which looks at their partnerships as well; without pathways it looks at those of all, as each day brings a new one. */
export const rechecking = (db: Db): TaskList => ({
  [RECHECK]: async (payload) => {
    const { pathways } = Payload.parse(payload ?? {});
    const concerned = pathways ?? (await listPathwayIds(db));
    await recheckPartnerships(db, concerned, today());
    await recheckVacancies(db, concerned, today());
  },
});
