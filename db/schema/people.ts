import type { ColumnType, Generated } from 'kysely';
import type { Profile } from '../../app/domain/documents/index.ts';
import type { LookPurpose, Purpose } from '../../app/domain/people/consent.ts';
import type { Role } from '../../app/domain/people/who.ts';

/** Rows of `account`, `account_address`, `account_session`, `profile`, `consent`, `data_look`: their account's alone, by policy. */
export type AccountTable = {
  id: Generated<string>;
  /** The language for messages. */
  locale: string;
  /** argon2id, as a PHC string; null: no password was set. */
  password_hash: string | null;
  /** With it the account's personal values are hashed in the audit; it goes with the account. */
  audit_key: string;
  /** Made up, and shown so. */
  example: Generated<boolean>;
  created_at: Generated<Date>;
};

export type AccountAddressTable = {
  kind: 'email' | 'phone';
  /** An e-mail address in lower case, a phone in E.164. */
  address: string;
  account: string;
  /** A new address that the old one did not confirm waits. */
  usable_from: Generated<Date>;
};

/** What an account may act as, beside worker, which every account may. */
export type AccountRoleTable = {
  id: Generated<string>;
  account: string;
  role: Exclude<Role, 'worker'>;
  state: string | null;
  organisation: string | null;
  granted_at: Generated<Date>;
  ended_at: Date | null;
};

export type AccountSessionTable = {
  id: Generated<string>;
  secret_hash: string;
  account: string;
  /** The role it acts in; null: worker. */
  acts_as: string | null;
  /** Such as «Firefox on Android», for its owner to know it again. */
  browser: string;
  created_at: Generated<Date>;
  used_at: Generated<Date>;
  ends_at: Date;
};

/** A code that was sent: to whoever asked in that browser, for a while. */
export type SignInAttemptTable = {
  id: Generated<string>;
  browser_hash: string;
  purpose: 'sign-in' | 'add-address' | 'release-addresses';
  kind: 'email' | 'phone';
  address: string;
  /** Whose address it becomes, where one is added. */
  account: string | null;
  code_hash: string;
  wrong_tries: Generated<number>;
  /** The answers of a check, which become the profile of a new account. */
  check_query: string | null;
  /** The page from which one came. */
  go_to: string | null;
  created_at: Generated<Date>;
  expires_at: Date;
  used_at: Date | null;
};

export type InvitationTable = {
  id: Generated<string>;
  token_hash: string;
  email: string;
  role: Exclude<Role, 'worker'>;
  state: string | null;
  organisation: string | null;
  /** Null: the command line did, or whoever did has no account any more. */
  invited_by: string | null;
  created_at: Generated<Date>;
  expires_at: Date;
  accepted_at: Date | null;
};

/** A token, or one that is asked for: rows of an office are seen by its officers, by policy. */
export type ApiTokenTable = {
  id: Generated<string>;
  /** Null: it was asked for, and not taken yet. */
  secret_hash: string | null;
  /** A remark, not unique. */
  name: string;
  role: Role;
  state: string | null;
  /** Not a reference: documents name employers before they register. */
  organisation: string | null;
  created_at: Generated<Date>;
  last_used_on: string | null;
  ended_at: Date | null;
  /** Accounts, not references, for the office's record outlives them; null: it was issued on the command line. */
  asked_by: string | null;
  approved_by: string | null;
  approved_at: Date | null;
  /** Null where nobody did: it was left undecided for too long. */
  ended_by: string | null;
};

export type ProfileTable = {
  account: string;
  body: ColumnType<Profile, string, string>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
};

export type ConsentTable = {
  id: Generated<number>;
  account: string;
  purpose: Purpose;
  state: string | null;
  given_at: Generated<Date>;
  withdrawn_at: Date | null;
};

/** Every look at somebody's data by somebody else; written by `look_at_profile` alone. */
export type DataLookTable = {
  id: Generated<number>;
  account: string;
  role: Role;
  state: string | null;
  organisation: string | null;
  purpose: LookPurpose;
  looked_at: Date;
};
