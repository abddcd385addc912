import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { listRecordedBy } from '../../../db/queries/edition.ts';
import { findProposal, listProposals, type Proposal } from '../../../db/queries/proposal.ts';
import { quotasOf } from '../../../db/queries/quota.ts';
import type { Change } from '../../domain/documents/changes.ts';
import { type Effect, effectsOf } from '../../domain/quota/plan.ts';
import { type TriedTest, tryTests } from '../try-draft.ts';
import { type Decision, decisionsOn } from './decide-proposal.ts';
import { changesBy } from './document-history.ts';
import type { Officer } from './officer.ts';

/** More than an office prepares at once, or looks back on. */
const MOST = 50;

/** What lies on an officer's desk: what waits for them, what they prepared, what came back to them, what the office published. */
export async function deskOf(db: Db, officer: Officer) {
  const { who, account, office } = officer;
  const [prepared, ...returned] = await acting(db, who, async (trx) => [
    await listProposals(trx, 'prepared', MOST),
    await listProposals(trx, 'rejected', MOST),
    await listProposals(trx, 'expired', MOST),
  ]);
  const isOwn = ({ preparedBy }: Proposal) => preparedBy === account;
  return {
    waiting: prepared?.filter((one) => !isOwn(one)) ?? [],
    mine: prepared?.filter(isOwn) ?? [],
    back: returned.flat().filter(isOwn),
    published: await listRecordedBy(db, office, MOST),
  };
}

/** A proposal as an officer decides on it: the keys of a document that it changes, or the places of quotas. */
export type Review = {
  proposal: Proposal;
  isOwn: boolean;
  changes: readonly Change[] | null;
  effects: readonly Effect[] | null;
  tests: readonly TriedTest[] | null;
  decisions: readonly Decision[];
};

/** What an officer of the office sees of a proposal; undefined where there is none of theirs. */
export async function reviewOf(db: Db, officer: Officer, id: string): Promise<Review | undefined> {
  const proposal = await acting(db, officer.who, (trx) => findProposal(trx, id));
  if (!proposal) return undefined;
  const { document, baseVersion, preparedBy } = proposal;
  const [changes, effects, tests] = await Promise.all([
    document.type === 'quotas' ? null : changesBy(db, document, baseVersion),
    document.type === 'quotas' ? quotasOf(db, document.id).then((now) => effectsOf(document.quotas, now)) : null,
    document.type === 'pathway' ? tryTests(db, document) : null,
  ]);
  const decisions = decisionsOn(officer, proposal);
  return { proposal, isOwn: preparedBy === officer.account, changes, effects, tests, decisions };
}

/** What a proposal proposes, to be prepared again. */
export const proposedIn = async (db: Db, officer: Officer, id: string) =>
  (await acting(db, officer.who, (trx) => findProposal(trx, id)))?.document;
