import type { AlertFactsTable, AlertMatchTable, AlertMessageTable, AlertPendingTable, AlertTable } from './alert.ts';
import type { AuditAnchoredTable, AuditAnchorTable, AuditChainTable, AuditEntryTable } from './audit.ts';
import type { SavedCheckTable, SessionTable } from './check.ts';
import type { VacancyContactTable } from './contact.ts';
import type { DocumentVersionTable, EditionView } from './document-version.ts';
import type { FollowTable } from './follow.ts';
import type { AccountIdentityTable } from './identity.ts';
import type {
  OccupationConceptTable,
  OccupationMarkTable,
  OccupationNameTable,
  OccupationSenseTable,
} from './occupation.ts';
import type { OrganisationTable, OrganisationVerificationTable, RecruiterLicenceTable } from './organisation.ts';
import type { PartnershipTable } from './partnership.ts';
import type { AccountPasskeyTable, SignInChallengeTable } from './passkey.ts';
import type {
  AccountAddressTable,
  AccountRoleTable,
  AccountSessionTable,
  AccountTable,
  ApiTokenTable,
  ConsentTable,
  DataLookTable,
  InvitationTable,
  ProfileTable,
  SignInAttemptTable,
} from './people.ts';
import type { ProfileFactsTable } from './profile-facts.ts';
import type { ProposalTable } from './proposal.ts';
import type { QuotaAllocationTable, QuotaEntryTable, QuotaIntakeTable, QuotaLevelTable, QuotaTable } from './quota.ts';
import type { CurrentRateView, ExchangeRateTable } from './rate.ts';
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
import type { RequirementTable } from './requirement.ts';
import type {
  SearchCopyTable,
  SearchOccupationTable,
  SearchPairTable,
  SearchPathwayTable,
  SearchTextTable,
  SearchVacancyTable,
  SearchWordTable,
} from './search.ts';
import type { TableChangeTable } from './table-change.ts';
import type { VacancyDraftTable, VacancyTable, VacancyUploadPieceTable, VacancyUploadTable } from './vacancy.ts';

export type Database = {
  alert: AlertTable;
  alert_facts: AlertFactsTable;
  alert_match: AlertMatchTable;
  alert_message: AlertMessageTable;
  alert_pending: AlertPendingTable;
  audit_chain: AuditChainTable;
  audit_entry: AuditEntryTable;
  audit_anchor: AuditAnchorTable;
  audit_anchored: AuditAnchoredTable;
  document_version: DocumentVersionTable;
  edition: EditionView;
  profile_facts: ProfileFactsTable;
  account_identity: AccountIdentityTable;
  account_passkey: AccountPasskeyTable;
  sign_in_challenge: SignInChallengeTable;
  follow: FollowTable;
  proposal: ProposalTable;
  partnership: PartnershipTable;
  quota: QuotaTable;
  quota_allocation: QuotaAllocationTable;
  quota_entry: QuotaEntryTable;
  quota_intake: QuotaIntakeTable;
  quota_level: QuotaLevelTable;
  corridor: CorridorTable;
  isco_group: IscoGroupTable;
  occupation_term: OccupationTermTable;
  occupation_concept: OccupationConceptTable;
  occupation_name: OccupationNameTable;
  occupation_sense: OccupationSenseTable;
  occupation_mark: OccupationMarkTable;
  classification: ClassificationTable;
  vocabulary: VocabularyTable;
  reference_load: ReferenceLoadTable;
  requirement: RequirementTable;
  installation: InstallationTable;
  table_change: TableChangeTable;
  exchange_rate: ExchangeRateTable;
  current_rate: CurrentRateView;
  search_copy: SearchCopyTable;
  search_pair: SearchPairTable;
  search_pathway: SearchPathwayTable;
  search_vacancy: SearchVacancyTable;
  search_vacancy_word: SearchWordTable;
  search_vacancy_pair: SearchPairTable;
  search_occupation: SearchOccupationTable;
  search_text: SearchTextTable;
  search_word: SearchWordTable;
  session: SessionTable;
  saved_check: SavedCheckTable;
  account: AccountTable;
  account_address: AccountAddressTable;
  account_role: AccountRoleTable;
  account_session: AccountSessionTable;
  sign_in_attempt: SignInAttemptTable;
  invitation: InvitationTable;
  api_token: ApiTokenTable;
  profile: ProfileTable;
  consent: ConsentTable;
  data_look: DataLookTable;
  organisation: OrganisationTable;
  organisation_verification: OrganisationVerificationTable;
  recruiter_licence: RecruiterLicenceTable;
  rate_limit: RateLimitTable;
  vacancy: VacancyTable;
  vacancy_contact: VacancyContactTable;
  vacancy_draft: VacancyDraftTable;
  vacancy_upload: VacancyUploadTable;
  vacancy_upload_piece: VacancyUploadPieceTable;
};
