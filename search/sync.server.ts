import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { type EnqueuedTaskPromise, type Index, MeilisearchApiError, type Settings } from 'meilisearch';
import * as z from 'zod';
import type { Db, Reader, Writer } from '../db/client.server.ts';
import type { PathwayIndex } from './meilisearch.server.ts';
import { type PathwayIndexDocument, pathwaySettings, toIndexDocument } from './pathway/index-settings.ts';

const BATCH = 500;
/** Only one process at a time feeds an index, so that an older revision never overwrites a newer one. */
const FEEDING = 0x66617210;

/** Awaits what Meilisearch put into its queue: a task that fails there is an error here. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask();
  if (status !== 'succeeded') throw new Error(`Meilisearch refused a task: ${error?.message ?? status}`);
}

const isMissing = (error: unknown) => error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found';

/** The index, or undefined where there is none. */
export async function findIndex({ client, uid }: PathwayIndex): Promise<Index<PathwayIndexDocument> | undefined> {
  const index = client.index<PathwayIndexDocument>(uid);
  try {
    await index.getRawInfo();
    return index;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Settings of ours that the index has otherwise, by name. Meilisearch keeps some of its lists in its own order. */
export async function settingsApart(index: Index<PathwayIndexDocument>): Promise<string[]> {
  const theirs = new Map<string, unknown>(Object.entries(await index.getSettings()));
  const inAnyOrder = new Set<string>(['filterableAttributes', 'sortableAttributes'] satisfies (keyof Settings)[]);
  const normal = (name: string, value: unknown) =>
    inAnyOrder.has(name) && Array.isArray(value) ? [...value].sort() : value;
  return Object.entries(pathwaySettings()).flatMap(([name, ours]) =>
    isDeepStrictEqual(normal(name, ours), normal(name, theirs.get(name))) ? [] : [name],
  );
}

/** Makes the index if it is not there and brings its settings to ours; resolves when they hold. */
export async function prepareIndex({ client, uid }: PathwayIndex): Promise<void> {
  const found = await findIndex({ client, uid });
  if (!found) await done(client.createIndex(uid, { primaryKey: 'id' }));
  const index = found ?? client.index<PathwayIndexDocument>(uid);
  if ((await settingsApart(index)).length > 0) await done(index.updateSettings(pathwaySettings()));
}

/** Runs `work` while no other process feeds this index. */
export const whileFeeding = <T>(db: Db, uid: string, work: (trx: Writer) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (trx) => {
    // Awaiting Meilisearch is idleness to PostgreSQL, and waiting for another feeder is one long statement.
    await sql`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`.execute(
      trx,
    );
    await sql`select pg_advisory_xact_lock(${FEEDING}, hashtext(${uid}))`.execute(trx);
    return work(trx);
  });

type Held = { id: string; revision: number };

/** Sets down what an index holds. */
async function record(trx: Writer, uid: string, held: readonly Held[]): Promise<void> {
  await sql`
    insert into search_copy (index_uid, id, revision)
    select ${uid}, * from unnest(${held.map(({ id }) => id)}::text[], ${held.map(({ revision }) => revision)}::bigint[])
    on conflict (index_uid, id) do update set revision = excluded.revision`.execute(trx);
}

/** Pathways whose copy in the index is older or not there. */
async function changedSince(db: Reader, uid: string, limit: number): Promise<PathwayIndexDocument[]> {
  const rows = await db
    .selectFrom('search_pathway as now')
    .leftJoin('search_copy as copy', (join) => join.onRef('copy.id', '=', 'now.id').on('copy.index_uid', '=', uid))
    .select(['now.entry', 'now.revision'])
    .where(({ eb, ref }) => eb('copy.revision', 'is distinct from', ref('now.revision')))
    .orderBy('now.id')
    .limit(limit)
    .execute();
  return rows.map(({ entry, revision }) => toIndexDocument(entry, revision));
}

/** Brings some changed pathways to the index; how many. */
export async function pushBatch(trx: Writer, { client, uid }: PathwayIndex): Promise<number> {
  const documents = await changedSince(trx, uid, BATCH);
  if (documents.length === 0) return 0;
  await done(client.index<PathwayIndexDocument>(uid).addDocuments(documents, { primaryKey: 'id' }));
  await record(trx, uid, documents);
  return documents.length;
}

async function dropGone(trx: Writer, { client, uid }: PathwayIndex): Promise<void> {
  const gone = await trx
    .selectFrom('search_copy as copy')
    .select('copy.id')
    .where('copy.index_uid', '=', uid)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('search_pathway').select('id').whereRef('search_pathway.id', '=', 'copy.id'))),
    )
    .execute();
  const ids = gone.map(({ id }) => id);
  if (ids.length === 0) return;
  await done(client.index(uid).deleteDocuments(ids));
  await trx.deleteFrom('search_copy').where('index_uid', '=', uid).where('id', 'in', ids).execute();
}

/** Brings the index to what the database holds, and resolves when it is searchable. Doing it again changes nothing. */
export async function syncIndex(db: Db, index: PathwayIndex): Promise<void> {
  while ((await whileFeeding(db, index.uid, (trx) => pushBatch(trx, index))) > 0);
  await whileFeeding(db, index.uid, (trx) => dropGone(trx, index));
}

/** Whether the index was brought to all that is committed. */
export async function isSynced(db: Reader, uid: string): Promise<boolean> {
  const { rows } = await sql<{ synced: boolean }>`
    select not exists (
      select from search_pathway now full join (select id, revision from search_copy where index_uid = ${uid}) copy using (id)
      where now.revision is distinct from copy.revision
    ) as synced`.execute(db);
  return rows[0]?.synced ?? false;
}

/** Every document of the index, page by page. */
export async function* documentsIn(
  index: Index<PathwayIndexDocument>,
  fields?: (keyof PathwayIndexDocument)[],
): AsyncGenerator<PathwayIndexDocument[]> {
  for (let offset = 0; ; offset += BATCH) {
    const { results } = await index.getDocuments<PathwayIndexDocument>({
      offset,
      limit: BATCH,
      ...(fields && { fields }),
    });
    if (results.length > 0) yield results;
    if (results.length < BATCH) return;
  }
}

/** What another program put there has an id of some kind and no revision of ours: it counts as older than anything. */
const Stock = z.array(z.object({ id: z.coerce.string(), revision: z.int().catch(0) }));

/** Reads off the index what it holds, for it may be older than we believe: restored, emptied or made anew while it was away. */
async function takeStock(trx: Writer, { client, uid }: PathwayIndex): Promise<void> {
  await trx.deleteFrom('search_copy').where('index_uid', '=', uid).execute();
  for await (const documents of documentsIn(client.index<PathwayIndexDocument>(uid), ['id', 'revision']))
    await record(trx, uid, Stock.parse(documents));
}

/** At the start, whenever the engine was away, and every night: index, settings and documents as they should be. */
export async function recoverIndex(db: Db, index: PathwayIndex): Promise<void> {
  await whileFeeding(db, index.uid, async (trx) => {
    await prepareIndex(index);
    await takeStock(trx, index);
  });
  await syncIndex(db, index);
}

const DAY_MS = 86_400_000;

/** Finished tasks of yesterday and before: Meilisearch keeps them for ever otherwise. */
export const pruneTasks = ({ client, uid }: PathwayIndex, now: Date): Promise<void> =>
  done(
    client.tasks.deleteTasks({
      indexUids: [uid],
      statuses: ['succeeded', 'failed', 'canceled'],
      beforeFinishedAt: new Date(now.getTime() - DAY_MS).toISOString(),
    }),
  );
