import type { ColumnType, Generated } from 'kysely';
import type { Pathway, Problem, Procedure } from '../../app/domain/documents/index.ts';
import type { QuotaPlan } from '../../app/domain/quota/plan.ts';

export type ProposedDocument = Pathway | Procedure;
export type ProposedType = ProposedDocument['type'];
/** What one officer prepares and another approves: one document, or what quotas of a pathway become together. */
export type Proposed = ProposedDocument | QuotaPlan;
export type ProposalStatus = 'prepared' | 'approved' | 'rejected' | 'withdrawn' | 'expired';

/** What an officer prepared for another to approve: rows are seen by officers of the office alone, by policy. */
export type ProposalTable = {
  id: Generated<string>;
  document_type: Proposed['type'];
  document_id: string;
  body: ColumnType<Proposed, string, never>;
  /** The last version when it was prepared, 0 where there was none: what it was compared with. Of quotas, their last recorded row. */
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
  /** When what was approved became what is published; null: it was announced for a later day. */
  published_at: Date | null;
  /** Why it could not, on that day. */
  barred: ColumnType<readonly Problem[] | null, string | null, string | null>;
};
