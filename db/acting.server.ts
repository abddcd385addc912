import { sql } from 'kysely';
import type { Who } from '../app/domain/people/who.ts';
import type { Db, Writer } from './client.server.ts';

/** From here on a transaction is in somebody's name. */
export const become = (trx: Writer, who: Who): Promise<unknown> =>
  sql`select set_config('fairway.who', ${JSON.stringify(who)}, true)`.execute(trx);

/** One transaction in somebody's name: the row policies let it see and change what is theirs. */
export function acting<T>(db: Db, who: Who, work: (trx: Writer) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await become(trx, who);
    return work(trx);
  });
}
