import type { Db } from '../../db/client.server.ts';
import { getInstallationId } from '../../db/queries/installation.ts';
import { findRunning } from '../../search/child.server.ts';
import { connectMeilisearch, indexName, type PathwayIndex } from '../../search/meilisearch.server.ts';
import type { Env } from '../server/env.server.ts';

type Where = Pick<Env, 'MEILI_URL' | 'MEILI_API_KEY' | 'MEILI_PREFIX' | 'DATA_DIR'>;

/**
 * The index behind MEILI_URL or, beside a server, in the Meilisearch that it keeps as its child. Undefined where none runs: the next
 * server brings its own up to date before it asks it anything.
 */
export async function searchIndexOf(db: Db, env: Where): Promise<PathwayIndex | undefined> {
  const { MEILI_URL, MEILI_API_KEY, MEILI_PREFIX, DATA_DIR } = env;
  const running = MEILI_URL === undefined ? await findRunning(DATA_DIR) : { url: MEILI_URL, key: MEILI_API_KEY };
  if (!running) return undefined;
  const uid = indexName(await getInstallationId(db), MEILI_PREFIX);
  return { client: connectMeilisearch(running.url, running.key), uid };
}
