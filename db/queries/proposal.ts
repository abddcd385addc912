import { sql } from 'kysely';
import type { Problem } from '../../app/domain/documents/index.ts';
import type { Reader, Writer } from '../client.server.ts';
import type { ProposalStatus, Proposed } from '../schema/proposal.ts';

const SUMMARY = [
  'id',
  'document_type as type',
  'document_id as documentId',
  'base_version as baseVersion',
  'office',
  'why',
  'status',
  'prepared_by as preparedBy',
  'prepared_at as preparedAt',
  'decided_at as decidedAt',
  'decided_why as decidedWhy',
  'published_at as publishedAt',
  'barred',
] as const;

export type Proposal = {
  id: string;
  type: Proposed['type'];
  documentId: string;
  document: Proposed;
  baseVersion: number;
  office: string;
  why: string;
  status: ProposalStatus;
  preparedBy: string;
  preparedAt: Date;
  decidedAt: Date | null;
  decidedWhy: string | null;
  publishedAt: Date | null;
  barred: readonly Problem[] | null;
};

export async function insertProposal(
  trx: Writer,
  proposal: Pick<Proposal, 'document' | 'baseVersion' | 'office' | 'why' | 'preparedBy'> & { state: string },
): Promise<string> {
  const { document, baseVersion, office, state, why, preparedBy } = proposal;
  const { id } = await trx
    .insertInto('proposal')
    .values({
      ...{ document_type: document.type, document_id: document.id, body: JSON.stringify(document), office, state, why },
      ...{ base_version: baseVersion, prepared_by: preparedBy },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export const findProposal = (db: Reader, id: string): Promise<Proposal | undefined> =>
  db
    .selectFrom('proposal')
    .select(['body as document', ...SUMMARY])
    .where('id', '=', id)
    .executeTakeFirst();

/** Those of a status that whoever asks may see, the newest first. */
export const listProposals = (db: Reader, status: ProposalStatus, limit: number): Promise<Proposal[]> =>
  db
    .selectFrom('proposal')
    .select(['body as document', ...SUMMARY])
    .where('status', '=', status)
    .orderBy('prepared_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();

/** Decides what is still open; whether it was. Of two who decide at once the later finds it decided. */
export async function decideProposal(
  trx: Writer,
  id: string,
  { status, by, why }: { status: Exclude<ProposalStatus, 'prepared' | 'expired'>; by: string; why: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('proposal')
    .set({ status, decided_by: by, decided_at: sql`now()`, decided_why: why })
    .where('id', '=', id)
    .where('status', '=', 'prepared')
    .where('prepared_by', status === 'withdrawn' ? '=' : '<>', by)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Closes what was prepared so many days ago and nobody decided on. */
export const closeOldProposals = (trx: Writer, days: number): Promise<{ id: string; office: string }[]> =>
  trx
    .updateTable('proposal')
    .set({ status: 'expired', decided_at: sql`now()` })
    .where('status', '=', 'prepared')
    .where(sql<boolean>`prepared_at <= now() - make_interval(days => ${days})`)
    .returning(['id', 'office'])
    .execute();

/** Says that what was approved is published. */
export async function markPublished(trx: Writer, id: string): Promise<void> {
  await trx.updateTable('proposal').set({ published_at: sql`now()` }).where('id', '=', id).execute();
}
