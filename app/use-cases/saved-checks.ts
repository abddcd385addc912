import type { Db } from '../../db/client.server.ts';
import { deleteSavedCheck, findSavedCheck, insertSavedCheck } from '../../db/queries/saved-check.ts';
import { PrivateAnswers } from '../domain/check/answers.ts';
import { hashOfSecret, newSecret } from './secret.ts';

/** A check that was put aside: its query, and the private answers if the person wanted them kept as well. */
export type SavedCheck = { query: string; privateAnswers: PrivateAnswers | null };

/** Checks put aside for 90 days, each behind a link that only the person has. */
export type SavedChecks = {
  /** The key of the link. */
  save(check: SavedCheck): Promise<string>;
  find(key: string): Promise<(SavedCheck & { expiresAt: Date }) | undefined>;
  delete(key: string): Promise<void>;
};

export function savedChecks(db: Db): SavedChecks {
  return {
    save: async (check) => {
      const key = newSecret();
      await insertSavedCheck(db, hashOfSecret(key), check);
      return key;
    },
    find: async (key) => {
      const found = await findSavedCheck(db, hashOfSecret(key));
      return found && { ...found, privateAnswers: PrivateAnswers.nullable().parse(found.privateAnswers) };
    },
    delete: (key) => deleteSavedCheck(db, hashOfSecret(key)),
  };
}
