import type { AuditAnchoredTable, AuditAnchorTable, AuditChainTable, AuditEntryTable } from './audit.ts';
import type { SavedCheckTable, SessionTable } from './check.ts';
import type { DocumentVersionTable, EditionView } from './document-version.ts';
import type { ProfileFactsTable } from './profile-facts.ts';
import type { QuotaTable } from './quota.ts';
import type { RateLimitTable } from './rate-limit.ts';
import type {
  ClassificationTable,
  CorridorTable,
  InstallationTable,
  IscoGroupTable,
  OccupationTermTable,
  ReferenceLoadTable,
  VocabularyTable,
} from './reference.ts';
import type {
  SearchCopyTable,
  SearchPairTable,
  SearchPathwayTable,
  SearchTextTable,
  SearchWordTable,
} from './search.ts';

export type Database = {
  audit_chain: AuditChainTable;
  audit_entry: AuditEntryTable;
  audit_anchor: AuditAnchorTable;
  audit_anchored: AuditAnchoredTable;
  document_version: DocumentVersionTable;
  edition: EditionView;
  profile_facts: ProfileFactsTable;
  quota: QuotaTable;
  corridor: CorridorTable;
  isco_group: IscoGroupTable;
  occupation_term: OccupationTermTable;
  classification: ClassificationTable;
  vocabulary: VocabularyTable;
  reference_load: ReferenceLoadTable;
  installation: InstallationTable;
  search_copy: SearchCopyTable;
  search_pair: SearchPairTable;
  search_pathway: SearchPathwayTable;
  search_text: SearchTextTable;
  search_word: SearchWordTable;
  session: SessionTable;
  saved_check: SavedCheckTable;
  rate_limit: RateLimitTable;
};
