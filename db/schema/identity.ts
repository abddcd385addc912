import type { Generated } from 'kysely';

/** Whom the provider of a ministry calls what; rows are their account's alone, by policy. */
export type AccountIdentityTable = {
  issuer: string;
  subject: string;
  account: string;
  linked_at: Generated<Date>;
};
