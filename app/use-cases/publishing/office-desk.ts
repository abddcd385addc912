import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { listRecordedBy } from '../../../db/queries/edition.ts';
import { findProposal, listProposals, type Proposal } from '../../../db/queries/proposal.ts';
import type { Change } from '../../domain/documents/changes.ts';
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

/** A proposal as an officer decides on it. */
export type Review = {
  proposal: Proposal;
  isOwn: boolean;
  changes: readonly Change[] | null;
  tests: readonly TriedTest[] | null;
  decisions: readonly Decision[];
};

/** What an officer of the office sees of a proposal; undefined where there is none of theirs. */
export async function reviewOf(db: Db, officer: Officer, id: string): Promise<Review | undefined> {
  const proposal = await acting(db, officer.who, (trx) => findProposal(trx, id));
  if (!proposal) return undefined;
  const { document, baseVersion, preparedBy } = proposal;
  const [changes, tests] = await Promise.all([
    changesBy(db, document, baseVersion),
    document.type === 'pathway' ? tryTests(db, document) : null,
  ]);
  return { proposal, isOwn: preparedBy === officer.account, changes, tests, decisions: decisionsOn(officer, proposal) };
}

/** The document of a proposal, to be prepared again. */
export const proposedDocument = async (db: Db, officer: Officer, id: string) =>
  (await acting(db, officer.who, (trx) => findProposal(trx, id)))?.document;
