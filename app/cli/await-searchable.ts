import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection, Db } from '../../db/client.server.ts';
import { eachOf, type Indexes } from '../../search/copies.ts';
import { findIndex, syncIndex } from '../../search/sync.server.ts';
import type { Env } from '../server/env.server.ts';
import type { Voice } from './command.ts';
import { searchIndexesOf } from './search-index.ts';

const SEARCHABLE_WITHIN_MS = 30_000;

/** The PostgreSQL engine sees the write with its commit; indexes are brought to it here, or by a running server if that is quicker. */
export async function awaitSearchable({ db }: Pick<Connection, 'db'>, env: Env, { say }: Voice): Promise<void> {
  const indexes = await searchIndexesOf(db, env);
  if (!indexes) return;
  const late = sleep(SEARCHABLE_WITHIN_MS, false, { ref: false });
  if (!(await Promise.race([bringUpToDate(db, indexes), late])))
    say('Search is still being brought up to date: a running server does it as soon as its engine answers.');
}

/** An index that is not there yet is made by the first server that asks it. */
async function bringUpToDate(db: Db, indexes: Indexes): Promise<boolean> {
  try {
    for (const index of eachOf(indexes)) if (await findIndex(index)) await syncIndex(db, index);
    return true;
  } catch {
    return false; // it is away: the outbox has the word, and a server follows it
  }
}
