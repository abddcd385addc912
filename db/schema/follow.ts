import type { ColumnType, Generated } from 'kysely';

/** Rows are their account's alone, by policy. */
export type FollowTable = {
  account: string;
  pathway: string;
  followed_at: Generated<Date>;
  /** The id of the last recorded version, of whatever pathway or quota, that the follower has seen or need not see. */
  seen: ColumnType<number, number, number>;
};
