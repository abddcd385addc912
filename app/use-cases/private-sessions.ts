import type { Db } from '../../db/client.server.ts';
import { deleteSession, insertSession, updateSession, useSession } from '../../db/queries/session.ts';
import { PrivateAnswers } from '../domain/check/answers.ts';
import { hashOfSecret, newSecret } from './secret.ts';

/** Where the private answers of a check are kept while it lasts: two hours after the last use they are gone. */
export type PrivateSessions = {
  /** The answers of a session, which then lasts anew; undefined where there is none any more. */
  open(id: string): Promise<PrivateAnswers | undefined>;
  /** Keeps the answers in a session, in a new one where that has ended; the id of the session. */
  keep(id: string | undefined, answers: PrivateAnswers): Promise<string>;
  end(id: string): Promise<void>;
};

export function privateSessions(db: Db): PrivateSessions {
  return {
    open: async (id) => {
      const found = await useSession(db, hashOfSecret(id));
      return found && PrivateAnswers.parse(found.data);
    },
    keep: async (id, answers) => {
      if (id !== undefined && (await updateSession(db, hashOfSecret(id), answers))) return id;
      const fresh = newSecret(); // never an id that somebody brought along
      await insertSession(db, hashOfSecret(fresh), answers);
      return fresh;
    },
    end: (id) => deleteSession(db, hashOfSecret(id)),
  };
}
