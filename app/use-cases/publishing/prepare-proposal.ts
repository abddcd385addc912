import { acting } from '../../../db/acting.server.ts';
import type { Db } from '../../../db/client.server.ts';
import { lastVersion } from '../../../db/queries/edition.ts';
import { insertProposal } from '../../../db/queries/proposal.ts';
import type { ProposedDocument } from '../../../db/schema/proposal.ts';
import type { Change } from '../../domain/documents/changes.ts';
import type { Problem } from '../../domain/documents/index.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { importDocuments } from '../import-documents/import-documents.ts';
import { readDraft } from '../read-draft.ts';
import { changesBy } from './document-history.ts';
import type { Officer } from './officer.ts';
import { fileOf, optionsOf, problemsOf } from './proposal-import.ts';

/** What a draft would change; `null`: there is nothing yet that it changes. */
export type Looked =
  | { ok: false; problems: readonly Problem[] }
  | { ok: true; document: ProposedDocument; baseVersion: number; changes: readonly Change[] | null };

const UNCHANGED = { path: '', message: 'it says what is published already' };

/** Looks at the text of a draft as its import would, with the documents that are there; nothing is written. */
export async function lookAtDraft(db: Db, officer: Officer, text: string): Promise<Looked> {
  const read = readDraft(officer.publishes, text);
  if (!read.ok) return read;
  const { draft: document } = read;
  // Before the rehearsal: what is recorded meanwhile is found when the draft is approved.
  const baseVersion = await lastVersion(db, document.type, document.id);
  const rehearsal = { ...optionsOf(officer, undefined), dryRun: true };
  const [report] = await importDocuments(db, [fileOf(document)], rehearsal);
  if (!report) throw new Error('an import of one file gives one report');
  if (report.problems.length > 0) return { ok: false, problems: problemsOf(report) };
  if (report.unchanged > 0) return { ok: false, problems: [UNCHANGED] };
  return { ok: true, document, baseVersion, changes: await changesBy(db, document, baseVersion) };
}

/** Prepares a document for another officer to approve: its id as a proposal, or what is wrong with it. */
export async function prepareProposal(
  db: Db,
  officer: Officer,
  { text, why }: { text: string; why: string },
): Promise<{ ok: true; id: string } | Extract<Looked, { ok: false }>> {
  const looked = await lookAtDraft(db, officer, text);
  if (!looked.ok) return looked;
  const { document, baseVersion } = looked;
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
