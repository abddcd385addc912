import { sql } from 'kysely';
import type { Db, Reader } from '../db/client.server.ts';
import type { Copy, SearchIndex } from './copy.ts';
import { projectAnew } from './pathway/project.ts';
import { done, prepareIndex, pushSome, whileFeeding } from './sync.server.ts';
import { projectVacanciesAnew } from './vacancy/project.ts';

const REBUILDING = 0x66617211;
const ASIDE = '-aside-';

/** Says how far a rebuild is. */
export type Progress = (done: number, total: number) => void;

/** Another process rebuilds the same index. */
export class RebuildBusy extends Error {}

/** The search copy in PostgreSQL, anew from the documents; searches see the old one until it is there. */
export const rebuildCopy = (db: Db, today: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await projectAnew(trx, today);
    await projectVacanciesAnew(trx);
  });

async function countRows(db: Reader, { table }: Copy): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Fills the new index with what is there; what is written meanwhile comes along, or is caught up with before the swap. */
async function fill(db: Db, aside: SearchIndex, progress: Progress): Promise<void> {
  const total = await countRows(db, aside.copy);
  for (let filled = 0; ; ) {
    const pushed = await whileFeeding(db, aside.uid, (trx) => pushSome(trx, aside));
    if (pushed === 0) return;
    filled += pushed;
    progress(Math.min(filled, total), total);
  }
}

/** Nobody feeds the old index while the new one takes its name, so nothing that is fed is lost with the old one. */
async function swap(db: Db, index: SearchIndex, aside: SearchIndex): Promise<void> {
  await whileFeeding(db, index.uid, async (trx) => {
    while ((await pushSome(trx, aside)) > 0);
    await done(index.client.swapIndexes([{ indexes: [index.uid, aside.uid], rename: false }]));
    await trx.deleteFrom('search_copy').where('index_uid', '=', index.uid).execute();
    await trx.updateTable('search_copy').set({ index_uid: index.uid }).where('index_uid', '=', aside.uid).execute();
  });
}

/** What a rebuild that was killed left behind. */
async function clearLeftovers(db: Db, { client, uid }: SearchIndex): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  for (const { uid: left } of results) if (left.startsWith(`${uid}${ASIDE}`)) await done(client.deleteIndex(left));
  await sql`delete from search_copy where starts_with(index_uid, ${`${uid}${ASIDE}`})`.execute(db);
}

/** Builds the index anew beside the one in use, then swaps them: searches are answered all the while. Throws RebuildBusy. */
export async function rebuildIndex(
  db: Db,
  index: SearchIndex,
  { now, progress }: { now: Date; progress: Progress },
): Promise<void> {
  await db.connection().execute(async (session) => {
    const { rows } = await sql<{
      got: boolean;
    }>`select pg_try_advisory_lock(${REBUILDING}, hashtext(${index.uid})) as got`.execute(session);
    if (!rows[0]?.got) throw new RebuildBusy('Another process is rebuilding this index.');
    try {
      await clearLeftovers(db, index);
      await prepareIndex(index);
      const aside = { ...index, uid: `${index.uid}${ASIDE}${now.getTime().toString(36)}` };
      await prepareIndex(aside);
      await fill(db, aside, progress);
      await swap(db, index, aside);
      await done(index.client.deleteIndex(aside.uid));
    } finally {
      await sql`select pg_advisory_unlock(${REBUILDING}, hashtext(${index.uid}))`.execute(session);
    }
  });
}
