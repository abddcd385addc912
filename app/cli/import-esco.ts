import { parseArgs } from 'node:util';
import type { Connection } from '../../db/client.server.ts';
import { EscoProblem } from '../use-cases/import-esco/esco-file.ts';
import { importEsco } from '../use-cases/import-esco/import-esco.ts';
import { type Command, UsageError, type Voice } from './command.ts';
import { type EscoFolder, escoFolder } from './esco-folder.ts';
import { type Progress, startProgress } from './progress.ts';
import { withDatabase } from './with-database.ts';

export const importEscoCommand: Command = {
  usage: 'import-esco DIR',
  summary:
    'loads the official ESCO download (occupations_<lang>.csv, ISCOGroups_<lang>.csv), any languages, in place of what was loaded before',
  run: async (args, env, voice) => {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [name] = positionals;
    if (name === undefined || positionals.length > 1)
      throw new UsageError('name the folder of the unpacked ESCO download');
    let progress: Progress | undefined;
    const folder = await escoFolder(name, (bytes) => progress?.add(bytes));
    if ('problem' in folder) {
      await voice.out(folder.problem);
      return 1;
    }
    return withDatabase(env, (connection) => {
      progress = startProgress(2 * folder.bytes, 'Importing ESCO', voice.say);
      return runImport(connection, { ...folder, name, progress }, voice);
    });
  },
};

type Running = Exclude<EscoFolder, { problem: string }> & { name: string; progress: Progress };

/** Each byte is read once and indexed once; the index of a language is counted as what its files hold on average. */
async function runImport({ db }: Connection, running: Running, { out }: Voice): Promise<number> {
  const { files, name, bytes, languages, progress } = running;
  try {
    const counts = await importEsco(db, files, () => progress.add(bytes / languages)).finally(progress.stop);
    await out(`${name}: ${counts.occupations} occupations, ${counts.names} names in ${languages} languages`);
    return 0;
  } catch (error) {
    if (!(error instanceof EscoProblem)) throw error;
    await out(`${error.message}\n${name}: not imported, nothing was changed`);
    return 1;
  }
}
