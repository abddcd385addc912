import { afterAll } from 'vitest';
import type { Db } from '../../db/client.server.ts';
import { getInstallationId } from '../../db/queries/installation.ts';
import { eachOf, type Indexes, indexesNamed } from '../../search/copies.ts';
import { connectMeilisearch, indexBase } from '../../search/meilisearch.server.ts';

/** Absent: the tests that need a Meilisearch are skipped, and say so. */
export const meilisearchUrl = process.env['MEILI_URL'] || undefined;
export const meilisearchKey = process.env['MEILI_API_KEY'] || undefined;
export const skippedWithout = 'skipped: MEILI_URL is not set';

const made: Indexes[] = [];

// Registered as the module is read: what a running hook registers comes too late to be run.
afterAll(async () => {
  for (const { client, uid } of made.flatMap(eachOf)) {
    const { results } = await client.getRawIndexes({ limit: 1_000 });
    for (const index of results) if (index.uid.startsWith(uid)) await client.deleteIndex(index.uid).waitTask();
  }
});

/** The indexes of a test's own database; gone with the test file. */
export async function testIndexes(db: Db): Promise<Indexes> {
  if (meilisearchUrl === undefined) throw new Error('MEILI_URL is not set');
  const base = indexBase(await getInstallationId(db), 'test');
  const indexes = indexesNamed(base, connectMeilisearch(meilisearchUrl, meilisearchKey));
  made.push(indexes);
  return indexes;
}
