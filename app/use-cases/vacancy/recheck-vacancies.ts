import type { TaskList } from 'graphile-worker';
import * as z from 'zod';
import type { Db, Writer } from '../../../db/client.server.ts';
import { listPathwayIds, pathwayEditions } from '../../../db/queries/pathway.ts';
import { listPostings, listPublishedUnder, type Posting, setFlags } from '../../../db/queries/vacancy.ts';
import type { Pathway } from '../../domain/documents/index.ts';
import { SYSTEM } from '../../domain/people/who.ts';
import { canonicalJson } from '../../domain/text/canonical-json.ts';
import { flawsNow } from '../../domain/vacancy/flaws-now.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { recheckPartnerships } from '../partnership/recheck-partnerships.ts';
import { projectMoved } from '../project-changed.ts';
import { today } from '../today.ts';
import { RECHECK } from './ask-to-recheck.ts';
import { askToTellEmployer } from './tell-employer.ts';

const Payload = z.object({ pathways: z.array(z.string()).optional() });

/** As many as one transaction looks at. */
const BATCH = 500;

async function recheck(
  trx: Writer,
  { vacancy, flags }: Posting,
  editions: readonly Pathway[],
  on: string,
): Promise<boolean> {
  const now = flawsNow(vacancy, flags ?? [], editions, on);
  if (canonicalJson(now) === canonicalJson(flags ?? [])) return false;
  await setFlags(trx, vacancy.id, now);
  if (now.length > (flags ?? []).length) await askToTellEmployer(trx, vacancy.id, 'flagged');
  await appendAudit(trx, {
    ...{ chain: vacancy.employer, who: SYSTEM, action: 'flag-vacancy', object: { type: 'vacancy', id: vacancy.id } },
    ...{ before: { flags: flags ?? [] }, after: { flags: now } },
  });
  return true;
}

/** Flags the vacancies of pathways that fit these no longer, and takes the flag from those that do again. Nothing in them is changed. */
export async function recheckVacancies(db: Db, pathways: readonly string[], on: string): Promise<void> {
  const editions = await pathwayEditions(db, pathways);
  for (let after = ''; ; ) {
    const ids = await listPublishedUnder(db, pathways, { after, limit: BATCH });
    const last = ids.at(-1);
    if (last === undefined) return;
    await db.transaction().execute(async (trx) => {
      const moved: string[] = [];
      for (const posting of await listPostings(trx, ids))
        if (await recheck(trx, posting, editions.get(posting.vacancy.pathway) ?? [], on))
          moved.push(posting.vacancy.id);
      await projectMoved(trx, moved);
    });
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
