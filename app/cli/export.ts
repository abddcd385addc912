import { parseArgs } from 'node:util';
import { exportLines } from '../../db/queries/export.ts';
import type { StoredType } from '../../db/schema/document-version.ts';
import { type Command, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

const TYPES: readonly StoredType[] = ['pathway', 'procedure', 'quota', 'vacancy', 'pathway-test'];

export const exportCommand: Command = {
  usage: `export ${TYPES.join('|')}`,
  summary: 'writes documents of a type as NDJSON, importable again unchanged',
  run: async (args, env, { out }) => {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const type = TYPES.find((known) => known === positionals[0]);
    if (type === undefined || positionals.length > 1)
      throw new UsageError(`name one type to export: ${TYPES.join(', ')}`);
    await withDatabase(env, async ({ db }) => {
      for await (const line of exportLines(db, type)) await out(line);
    });
    return 0;
  },
};
