import type { Db } from '../../db/client.server.ts';
import { getInstallationId } from '../../db/queries/installation.ts';
import { connectMeilisearch, indexName, type PathwayIndex } from '../../search/meilisearch.server.ts';
import { rebuildCopy, rebuildIndex } from '../../search/rebuild.server.ts';
import { differenceLine, verifySearch } from '../../search/verify.server.ts';
import type { Env } from '../server/env.server.ts';
import type { Command } from './command.ts';
import { withDatabase } from './with-database.ts';

const today = () => new Date().toISOString().slice(0, 10);

/** The index behind MEILI_URL. A Meilisearch that a server keeps as its child is that server's: it brings itself up to date. */
async function indexOf(db: Db, { MEILI_URL, MEILI_API_KEY, MEILI_PREFIX }: Env): Promise<PathwayIndex | undefined> {
  if (MEILI_URL === undefined) return undefined;
  return {
    client: connectMeilisearch(MEILI_URL, MEILI_API_KEY),
    uid: indexName(await getInstallationId(db), MEILI_PREFIX),
  };
}

export const rebuildSearchCommand: Command = {
  usage: 'rebuild-search',
  summary: 'builds the search copies anew from the documents, aside, then swaps them',
  run: (_args, env, { out, say }) =>
    withDatabase(env, async ({ db }) => {
      await rebuildCopy(db, today());
      const index = await indexOf(db, env);
      if (index)
        await rebuildIndex(db, index, { now: new Date(), progress: (done, total) => say(`${done} of ${total}`) });
      await out(index ? 'rebuilt: PostgreSQL, Meilisearch' : 'rebuilt: PostgreSQL');
      return 0;
    }),
};

export const verifySearchCommand: Command = {
  usage: 'verify-search',
  summary: 'compares the search copies with the documents and prints every difference; exit code 1 if there is one',
  run: (_args, env, { out }) =>
    withDatabase(env, async ({ db }) => {
      const differences = await verifySearch(db, await indexOf(db, env), today());
      for (const difference of differences) await out(differenceLine(difference));
      await out(`${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`);
      return differences.length > 0 ? 1 : 0;
    }),
};
