import { parseArgs } from 'node:util';
import { eachOf } from '../../search/copies.ts';
import { rebuildCopy, rebuildIndex } from '../../search/rebuild.server.ts';
import { differenceLine, verifySearch } from '../../search/verify.server.ts';
import { today } from '../use-cases/today.ts';
import { type Command, UsageError } from './command.ts';
import { searchIndexesOf } from './search-index.ts';
import { withDatabase } from './with-database.ts';

const withoutArguments = (args: string[]): void => {
  const [first] = parseArgs({ args, allowPositionals: true, options: {} }).positionals;
  if (first !== undefined) throw new UsageError(`this command takes no arguments, and was given "${first}"`);
};

export const rebuildSearchCommand: Command = {
  usage: 'rebuild-search',
  summary: 'builds the search copies anew from the documents, aside, then swaps them',
  run: async (args, env, { out, say }) => {
    withoutArguments(args);
    return withDatabase(env, async ({ db }) => {
      await rebuildCopy(db, today());
      const indexes = await searchIndexesOf(db, env);
      for (const index of indexes ? eachOf(indexes) : []) {
        const progress = (done: number, total: number) => say(`${index.copy.name}: ${done} of ${total}`);
        await rebuildIndex(db, index, { now: new Date(), progress });
      }
      await out(indexes ? 'rebuilt: PostgreSQL, Meilisearch' : 'rebuilt: PostgreSQL');
      return 0;
    });
  },
};

export const verifySearchCommand: Command = {
  usage: 'verify-search',
  summary: 'compares the search copies with the documents and prints every difference; exit code 1 if there is one',
  run: async (args, env, { out }) => {
    withoutArguments(args);
    return withDatabase(env, async ({ db }) => {
      const differences = await verifySearch(db, await searchIndexesOf(db, env), today());
      for (const difference of differences) await out(differenceLine(difference));
      await out(`${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`);
      return differences.length > 0 ? 1 : 0;
    });
  },
};
