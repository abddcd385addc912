import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { type EnqueuedTaskPromise, type Index, MeilisearchApiError, type Settings } from 'meilisearch';
import * as z from 'zod';
import type { Db, Reader, Writer } from '../db/client.server.ts';
import type { CopiedDocument, Copy, SearchIndex } from './copy.ts';

/** Only one process at a time feeds an index, so that an older revision never overwrites a newer one. */
const FEEDING = 0x66617210;

/** Awaits what Meilisearch put into its queue: a task that fails there is an error here. */
export async function done(task: EnqueuedTaskPromise): Promise<void> {
  const { status, error } = await task.waitTask();
  if (status !== 'succeeded') throw new Error(`Meilisearch refused a task: ${error?.message ?? status}`);
}

const isMissing = (error: unknown) => error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found';

/** The index, or undefined where there is none. */
export async function findIndex({ client, uid }: SearchIndex): Promise<Index<CopiedDocument> | undefined> {
  const index = client.index<CopiedDocument>(uid);
  try {
    await index.getRawInfo();
    return index;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Settings of ours that the index has otherwise, by name. Meilisearch keeps some of its lists in its own order. */
export async function settingsApart(index: Index<CopiedDocument>, copy: Copy): Promise<string[]> {
  const theirs = new Map<string, unknown>(Object.entries(await index.getSettings()));
  const inAnyOrder = new Set<string>(['filterableAttributes', 'sortableAttributes'] satisfies (keyof Settings)[]);
  const normal = (name: string, value: unknown) =>
    inAnyOrder.has(name) && Array.isArray(value) ? [...value].sort() : value;
  return Object.entries(copy.settings()).flatMap(([name, ours]) =>
    isDeepStrictEqual(normal(name, ours), normal(name, theirs.get(name))) ? [] : [name],
  );
}

/** Makes the index if it is not there and brings its settings to ours; resolves when they hold. */
export async function prepareIndex({ client, uid, copy }: SearchIndex): Promise<void> {
  const found = await findIndex({ client, uid, copy });
  if (!found) await done(client.createIndex(uid, { primaryKey: 'id' }));
  const index = found ?? client.index<CopiedDocument>(uid);
  if ((await settingsApart(index, copy)).length > 0) await done(index.updateSettings(copy.settings()));
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

type Held = Pick<CopiedDocument, 'id' | 'revision'>;

/** Sets down what an index holds. */
async function record(trx: Writer, uid: string, held: readonly Held[]): Promise<void> {
  await sql`
    insert into search_copy (index_uid, id, revision)
    select ${uid}, * from unnest(${held.map(({ id }) => id)}::text[], ${held.map(({ revision }) => revision)}::bigint[])
    on conflict (index_uid, id) do update set revision = excluded.revision`.execute(trx);
}

/** So many batches wait in Meilisearch's queue at once: it takes up together what waits there, which costs it little more than one. */
const QUEUED = 8;

/** Whose copy in the index is older or not there. */
async function changedSince(db: Reader, { uid, copy: { table, batch } }: SearchIndex): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select now.id from ${sql.table(table)} now left join search_copy copy on copy.id = now.id and copy.index_uid = ${uid}
    where copy.revision is distinct from now.revision
    order by now.id limit ${batch * QUEUED}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Puts a batch into Meilisearch's queue; resolves as soon as it is there. */
async function send(trx: Writer, { client, uid, copy }: SearchIndex, ids: readonly string[]) {
  const documents = await copy.documents(trx, ids);
  const task = client.index<CopiedDocument>(uid).addDocuments(documents, { primaryKey: 'id' });
  await task;
  return { task, held: documents.map(({ id, revision }) => ({ id, revision })) };
}

/** Brings some of what changed to the index; how many. */
export async function pushSome(trx: Writer, index: SearchIndex): Promise<number> {
  const { uid, copy } = index;
  const changed = await changedSince(trx, index);
  const sent: Awaited<ReturnType<typeof send>>[] = [];
  for (let at = 0; at < changed.length; at += copy.batch)
    sent.push(await send(trx, index, changed.slice(at, at + copy.batch)));
  for (const { task, held } of sent) {
    await done(task);
    await record(trx, uid, held);
  }
  return changed.length;
}

async function dropGone(trx: Writer, { client, uid, copy: { table } }: SearchIndex): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from search_copy copy
    where index_uid = ${uid} and not exists (select from ${sql.table(table)} now where now.id = copy.id)`.execute(trx);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return;
  await done(client.index(uid).deleteDocuments(ids));
  await sql`delete from search_copy where index_uid = ${uid} and id = any(${ids})`.execute(trx);
}

/** Brings the index to what the database holds, and resolves when it is searchable. Doing it again changes nothing. */
export async function syncIndex(db: Db, index: SearchIndex): Promise<void> {
  while ((await whileFeeding(db, index.uid, (trx) => pushSome(trx, index))) > 0);
  await whileFeeding(db, index.uid, (trx) => dropGone(trx, index));
}

/** Whether the index was brought to all that is committed. */
export async function isSynced(db: Reader, { uid, copy: { table } }: SearchIndex): Promise<boolean> {
  const { rows } = await sql<{ synced: boolean }>`
    select not exists (
      select from ${sql.table(table)} now full join (select id, revision from search_copy where index_uid = ${uid}) copy using (id)
      where now.revision is distinct from copy.revision
    ) as synced`.execute(db);
  return rows[0]?.synced ?? false;
}

/** Every document of the index, page by page. */
export async function* documentsIn(
  index: Index<CopiedDocument>,
  limit: number,
  fields?: (keyof CopiedDocument)[],
): AsyncGenerator<CopiedDocument[]> {
  for (let offset = 0; ; offset += limit) {
    const { results } = await index.getDocuments<CopiedDocument>({ offset, limit, ...(fields && { fields }) });
    if (results.length > 0) yield results;
    if (results.length < limit) return;
  }
}

/** What another program put there has an id of some kind and no revision of ours. */
const Stock = z.array(z.object({ id: z.coerce.string(), revision: z.int().catch(0), form: z.int().catch(0) }));

/** What the index holds; in another form than ours it counts as older than anything. */
const stockIn = (documents: readonly unknown[], { form: ours }: Copy): Held[] =>
  Stock.parse(documents).map(({ id, revision, form }) => ({ id, revision: form === ours ? revision : 0 }));

/** Reads off the index what it holds, for it may be older than we believe: restored, emptied or made anew while it was away. */
async function takeStock(trx: Writer, { client, uid, copy }: SearchIndex): Promise<void> {
  await trx.deleteFrom('search_copy').where('index_uid', '=', uid).execute();
  for await (const documents of documentsIn(client.index<CopiedDocument>(uid), copy.batch, ['id', 'revision', 'form']))
    await record(trx, uid, stockIn(documents, copy));
}

/** At the start, whenever the engine was away, and every night: index, settings and documents as they should be. */
export async function recoverIndex(db: Db, index: SearchIndex): Promise<void> {
  await whileFeeding(db, index.uid, async (trx) => {
    await prepareIndex(index);
    await takeStock(trx, index);
  });
  await syncIndex(db, index);
}

const DAY_MS = 86_400_000;

/** Finished tasks of yesterday and before: Meilisearch keeps them for ever otherwise. */
export const pruneTasks = ({ client, uid }: SearchIndex, now: Date): Promise<void> =>
  done(
    client.tasks.deleteTasks({
      indexUids: [uid],
      statuses: ['succeeded', 'failed', 'canceled'],
      beforeFinishedAt: new Date(now.getTime() - DAY_MS).toISOString(),
    }),
  );
