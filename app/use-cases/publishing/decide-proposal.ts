import { acting } from '../../../db/acting.server.ts';
import type { Db, Writer } from '../../../db/client.server.ts';
import { decideProposal, findProposal, markPublished, type Proposal } from '../../../db/queries/proposal.ts';
import type { Problem } from '../../domain/documents/index.ts';
import { may, relationOf } from '../../domain/people/permission.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { importWithin, lock } from '../import-documents/import-documents.ts';
import type { Officer } from './officer.ts';
import { baseOf, documentsOf, fileOf, optionsOf, problemsOf } from './proposal-import.ts';

export const DECISIONS = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;
export type Decision = keyof typeof DECISIONS;

/**
 * Why something was not decided. `not-yours`: an own one to approve, a colleague's to withdraw; `decided`: somebody was quicker;
 * `outdated`: the document was published anew since it was prepared; `refused`: it does not fit what is published by now.
 */
export type Undecided =
  | { ok: false; problem: 'missing' | 'not-yours' | 'decided' | 'outdated' }
  | { ok: false; problem: 'refused'; problems: readonly Problem[] };

export type Decided = { ok: true } | Undecided;

/** Takes back what the transaction did. */
class Undone extends Error {
  constructor(readonly undecided: Undecided) {
    super(undecided.problem);
  }
}

/** What an officer may do with what was prepared: the table of permissions, asked of this one. */
export const decisionsOn = ({ who }: Officer, { preparedBy, office, status }: Proposal): Decision[] => {
  const relation = relationOf(who, { account: preparedBy, organisation: office });
  const open = status === 'prepared';
  return (['approve', 'reject', 'withdraw'] as const).filter((one) => open && may(who, `${one}-proposal`, relation));
};

/** Publishes what was prepared if it still changes what it was compared with; throws Undone. */
async function publish(trx: Writer, officer: Officer, { id, document, baseVersion, why }: Proposal): Promise<void> {
  await lock(trx, new Set(documentsOf(document).map(({ type }) => type)));
  if ((await baseOf(trx, document)) !== baseVersion) throw new Undone({ ok: false, problem: 'outdated' });
  const report = await importWithin(trx, fileOf(document), optionsOf(officer, document, why));
  if (report.problems.length > 0) throw new Undone({ ok: false, problem: 'refused', problems: problemsOf(report) });
  await markPublished(trx, id);
}

/** `on`: the day of the decision. */
type Deciding = { id: string; decision: Decision; why: string | null; on: string };

/** What takes effect on a later day is announced by its approval, and published on that day by a job. */
export const isLater = ({ document }: Proposal, on: string): boolean =>
  document.type === 'quotas' && document.from !== undefined && document.from > on;

async function decideWithin(trx: Writer, officer: Officer, { id, decision, why, on }: Deciding): Promise<Decided> {
  const proposal = await findProposal(trx, id);
  if (!proposal) return { ok: false, problem: 'missing' };
  if (proposal.status !== 'prepared') return { ok: false, problem: 'decided' };
  if (!decisionsOn(officer, proposal).includes(decision)) return { ok: false, problem: 'not-yours' };
  const status = DECISIONS[decision];
  if (!(await decideProposal(trx, id, { status, by: officer.account, why }))) return { ok: false, problem: 'decided' };
  if (decision === 'approve' && !isLater(proposal, on)) await publish(trx, officer, proposal);
  await appendAudit(trx, {
    ...{ chain: officer.office, who: officer.who, action: `${decision}-proposal`, object: { type: 'proposal', id } },
    ...{ before: { status: 'prepared' }, after: { status, type: proposal.type, id: proposal.documentId } },
    ...(why !== null && { why }),
  });
  return { ok: true };
}

/** Approves and so publishes, sends back, or withdraws what waits; what could not be done leaves it waiting. */
export async function decide(db: Db, officer: Officer, decided: Deciding): Promise<Decided> {
  try {
    return await acting(db, officer.who, (trx) => decideWithin(trx, officer, decided));
  } catch (error) {
    if (error instanceof Undone) return error.undecided;
    throw error;
  }
}
