import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '../../db/client.server.ts';
import { getInstallationId } from '../../db/queries/installation.ts';
import { eachOf, type Indexes, indexesNamed } from '../../search/copies.ts';
import type { SearchIndex } from '../../search/copy.ts';
import { connectMeilisearch, indexBase } from '../../search/meilisearch.server.ts';
import { done, findIndex, isSynced, recoverIndex, syncIndex } from '../../search/sync.server.ts';

async function isIdle({ client, uid }: SearchIndex): Promise<boolean> {
  const { total } = await client.tasks.getTasks({ indexUids: [uid], statuses: ['enqueued', 'processing'], limit: 1 });
  return total === 0;
}

async function feed(db: Db, indexes: readonly SearchIndex[]): Promise<void> {
  for (const index of indexes) {
    await recoverIndex(db, index); // which makes it, where it is new
    while (!(await isSynced(db, index))) await syncIndex(db, index);
    while (!(await isIdle(index))) await sleep(200); // a server's job may have fed it as well
  }
}

/** The indexes of a database in the Meilisearch at this address, which `feed` brings up to date; they are deleted at the end. */
export async function withIndexes<T>(
  db: Db,
  { url, key }: { url: string; key: string | undefined },
  work: (index: { base: string; indexes: Indexes; feed: () => Promise<void> }) => Promise<T>,
): Promise<T> {
  const base = indexBase(await getInstallationId(db), undefined);
  const indexes = indexesNamed(base, connectMeilisearch(url, key));
  try {
    return await work({ base, indexes, feed: () => feed(db, eachOf(indexes)) });
  } finally {
    for (const index of eachOf(indexes)) if (await findIndex(index)) await done(index.client.deleteIndex(index.uid));
  }
}
