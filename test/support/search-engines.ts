import { eachOf } from '../../search/copies.ts';
import type { SearchEngine } from '../../search/engine.ts';
import { meilisearchEngine } from '../../search/meilisearch.server.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { recoverIndex } from '../../search/sync.server.ts';
import type { TestDatabase } from './database.ts';
import { meilisearchUrl, skippedWithout, testIndexes } from './meilisearch.ts';

/** The engines that every contract is held to. */
export const ENGINES = [
  { name: 'postgres', title: 'PostgreSQL', skipped: false },
  {
    name: 'meilisearch',
    title: meilisearchUrl === undefined ? `Meilisearch (${skippedWithout})` : 'Meilisearch',
    skipped: meilisearchUrl === undefined,
  },
] as const;
export type TestedEngine = (typeof ENGINES)[number]['name'];

/** The engines over what a database holds, each brought up to date. */
export async function enginesOver({ db }: TestDatabase): Promise<(name: TestedEngine) => SearchEngine> {
  const engines = new Map<TestedEngine, SearchEngine>([['postgres', postgresEngine(db)]]);
  if (meilisearchUrl !== undefined) {
    const indexes = await testIndexes(db);
    for (const index of eachOf(indexes)) await recoverIndex(db, index);
    engines.set('meilisearch', meilisearchEngine(db, indexes));
  }
  return (name) => {
    const engine = engines.get(name);
    if (!engine) throw new Error(`${name} is not there`);
    return engine;
  };
}
