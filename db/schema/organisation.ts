import type { Generated } from 'kysely';
import type { LicenceStatus } from '../../app/domain/people/organisation.ts';

export type OrganisationTable = {
  id: string;
  kind: 'employer' | 'recruiter' | 'ministry';
  name: string;
  /** Where it is registered; of a ministry the state it belongs to. */
  country: string;
  register: string | null;
  register_number: string | null;
  created_at: Generated<Date>;
};

/** That an officer of a state looked at an organisation, and what they found it by. Withdrawn, never deleted. */
export type OrganisationVerificationTable = {
  id: Generated<number>;
  organisation: string;
  state: string;
  office: string;
  basis: string;
  verified_on: string;
  withdrawn_on: string | null;
  withdrawn_why: string | null;
};

export type RecruiterLicenceTable = {
  id: string;
  organisation: string;
  number: string;
  issuing_state: string;
  valid_from: string;
  valid_to: string | null;
  status: LicenceStatus;
  recorded_on: string;
};
