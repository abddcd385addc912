import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OPERATOR } from '../domain/people/who.ts';
import { problemLine } from '../use-cases/import-documents/report.ts';
import { importRates } from '../use-cases/rates/import-rates.ts';
import { readRates } from '../use-cases/rates/read-rates.ts';
import { today } from '../use-cases/today.ts';
import { awaitSearchable } from './await-searchable.ts';
import { type Command, UsageError } from './command.ts';
import { reasonUnreadable } from './document-file.ts';
import { withDatabase } from './with-database.ts';

/** The bytes of a file, or why it cannot be read. */
async function read(file: string): Promise<Uint8Array | string> {
  try {
    return await readFile(file);
  } catch (error) {
    const reason = reasonUnreadable(error);
    if (reason === undefined) throw error;
    return reason;
  }
}

export const importRatesCommand: Command = {
  usage: 'import-rates FILE.csv',
  summary:
    'exchange rates for comparing wages, of the columns currency,perEUR,date,source; of each currency the last day counts',
  run: async (args, env, voice) => {
    const [file, ...others] = parseArgs({ args, allowPositionals: true, options: {} }).positionals;
    if (file === undefined || others.length > 0) throw new UsageError('name one file of rates');
    const bytes = await read(file);
    const { rates, problems } =
      typeof bytes === 'string'
        ? { rates: [], problems: [{ file, path: '', message: bytes }] }
        : readRates(file, bytes, today());
    for (const problem of problems) await voice.out(problemLine(problem));
    if (problems.length > 0) {
      await voice.out(`${file}: not imported, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
      return 1;
    }
    await withDatabase(env, async (connection) => {
      const changed = await importRates(connection.db, file, rates, OPERATOR);
      await voice.out(`${file}: ${changed} new or changed, ${rates.length - changed} unchanged`);
      if (changed > 0) await awaitSearchable(connection, env, voice);
    });
    return 0;
  },
};
