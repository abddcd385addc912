import type { ColumnType, Generated } from 'kysely';

/** What a visit keeps on the server; whoever holds the secret of the hash may read it. */
export type SessionTable = {
  id_hash: string;
  data: ColumnType<unknown, string, string>;
  created_at: Generated<Date>;
  used_at: Generated<Date>;
  expires_at: Date;
};

/** A check put aside: its address, and the private answers if the person wanted them kept. */
export type SavedCheckTable = {
  key_hash: string;
  query: string;
  private_answers: ColumnType<unknown, string | null, never>;
  created_at: Generated<Date>;
  expires_at: Date;
};
