import type { Db } from '../../db/client.server.ts';
import { getInstallationId } from '../../db/queries/installation.ts';
import { findRunning } from '../../search/child.server.ts';
import { type Indexes, indexesNamed } from '../../search/copies.ts';
import { connectMeilisearch, indexBase } from '../../search/meilisearch.server.ts';
import type { Env } from '../server/env.server.ts';

type Where = Pick<Env, 'MEILI_URL' | 'MEILI_API_KEY' | 'MEILI_PREFIX' | 'DATA_DIR'>;

/**
 * The indexes behind MEILI_URL or, beside a server, in the Meilisearch that it keeps as its child. Undefined where none runs: the next
 * server brings its own up to date before it asks it anything.
 */
export async function searchIndexesOf(db: Db, env: Where): Promise<Indexes | undefined> {
  const { MEILI_URL, MEILI_API_KEY, MEILI_PREFIX, DATA_DIR } = env;
  const running = MEILI_URL === undefined ? await findRunning(DATA_DIR) : { url: MEILI_URL, key: MEILI_API_KEY };
  if (!running) return undefined;
  const base = indexBase(await getInstallationId(db), MEILI_PREFIX);
  return indexesNamed(base, connectMeilisearch(running.url, running.key));
}
