import type { ColumnType, Generated } from 'kysely';
import type { Pathway, Procedure } from '../../app/domain/documents/index.ts';

export type ProposedDocument = Pathway | Procedure;
export type ProposedType = ProposedDocument['type'];
export type ProposalStatus = 'prepared' | 'approved' | 'rejected' | 'withdrawn' | 'expired';

/** What an officer prepared for another to approve: rows are seen by officers of the office alone, by policy. */
export type ProposalTable = {
  id: Generated<string>;
  document_type: ProposedType;
  document_id: string;
  body: ColumnType<ProposedDocument, string, never>;
  /** The last version when it was prepared, 0 where there was none: what it was compared with. */
  base_version: number;
  office: string;
  state: string;
  /** Why the document changes, as everybody may read it once it is published. */
  why: string;
  status: Generated<ProposalStatus>;
  /** An account; not a reference, for the office's record outlives it. */
  prepared_by: string;
  prepared_at: Generated<Date>;
  decided_by: string | null;
  decided_at: Date | null;
  /** Why it was sent back. */
  decided_why: string | null;
};
