import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { insertProposal } from '../../../db/queries/proposal.ts';
import type { Proposed, ProposedDocument } from '../../../db/schema/proposal.ts';
import type { Change } from '../../domain/documents/changes.ts';
import type { Problem } from '../../domain/documents/index.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { importDocuments } from '../import-documents/import-documents.ts';
import { readDraft } from '../read-draft.ts';
import { changesBy } from './document-history.ts';
import type { Officer } from './officer.ts';
import { baseOf, fileOf, optionsOf, problemsOf } from './proposal-import.ts';

type Flawed = { ok: false; problems: readonly Problem[] };

/** What a draft would change; `null`: there is nothing yet that it changes. */
export type Looked =
  | Flawed
  | { ok: true; document: ProposedDocument; baseVersion: number; changes: readonly Change[] | null };

const UNCHANGED = { path: '', message: 'it says what is published already' };

/** Publishes it and takes it back: what is wrong with it as things stand, none where it could be published. */
export async function rehearse(db: Db, officer: Officer, proposed: Proposed): Promise<readonly Problem[]> {
  const rehearsal = { ...optionsOf(officer, proposed, 'a rehearsal'), dryRun: true };
  const [report] = await importDocuments(db, [fileOf(proposed)], rehearsal);
  if (!report) throw new Error('an import of one file gives one report');
  if (report.problems.length > 0) return problemsOf(report);
  return report.created + report.updated === 0 ? [UNCHANGED] : [];
}

/** What is proposed, and what was published of it when it was looked at. */
type Sound<P extends Proposed> = { ok: true; document: P; baseVersion: number };

/** Looks at what is proposed as its publication would; nothing is written. */
export async function lookAt<P extends Proposed>(db: Db, officer: Officer, document: P): Promise<Flawed | Sound<P>> {
  // Before the rehearsal: what is recorded meanwhile is found when it is approved.
  const baseVersion = await baseOf(db, document);
  const problems = await rehearse(db, officer, document);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, document, baseVersion };
}

/** Looks at the text of a draft as its import would, with the documents that are there; nothing is written. */
export async function lookAtDraft(db: Db, officer: Officer, text: string): Promise<Looked> {
  const read = readDraft(officer.publishes, text);
  if (!read.ok) return read;
  const looked = await lookAt(db, officer, read.draft);
  return looked.ok ? { ...looked, changes: await changesBy(db, looked.document, looked.baseVersion) } : looked;
}

type Prepared = { ok: true; id: string } | Flawed;

/** Hands what is sound over to another officer of the office: its id as a proposal. */
async function handOver(db: Db, officer: Officer, sound: Sound<Proposed>, why: string): Promise<Prepared> {
  const { document, baseVersion } = sound;
  const { who, account, office, state } = officer;
  return acting(db, who, async (trx) => {
    const id = await insertProposal(trx, { document, baseVersion, office, state, why, preparedBy: account });
    await appendAudit(trx, {
      ...{ chain: office, who, action: 'prepare-proposal', object: { type: 'proposal', id }, why },
      after: { status: 'prepared', type: document.type, id: document.id, baseVersion },
    });
    return { ok: true, id };
  });
}

/** Prepares what is proposed for another officer to approve, or says what is wrong with it. */
export async function prepare(db: Db, officer: Officer, proposed: Proposed, why: string): Promise<Prepared> {
  const looked = await lookAt(db, officer, proposed);
  return looked.ok ? handOver(db, officer, looked, why) : looked;
}

/** Prepares the text of a draft for another officer to approve, or says what is wrong with it. */
export async function prepareProposal(
  db: Db,
  officer: Officer,
  { text, why }: { text: string; why: string },
): Promise<Prepared> {
  const read = readDraft(officer.publishes, text);
  return read.ok ? prepare(db, officer, read.draft, why) : read;
}
