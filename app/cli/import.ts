import { parseArgs } from 'node:util';
import type { Connection } from '../../db/client.server.ts';

import { OPERATOR } from '../domain/people/who.ts';
import type { Env } from '../server/env.server.ts';
import { importDocuments } from '../use-cases/import-documents/import-documents.ts';
import { type ImportReport, problemLine } from '../use-cases/import-documents/report.ts';
import { projectChanged } from '../use-cases/project-changed.ts';
import { awaitSearchable } from './await-searchable.ts';
import { type Command, UsageError, type Voice } from './command.ts';
import { documentFile, sizeOf } from './document-file.ts';
import { startProgress } from './progress.ts';
import { withDatabase } from './with-database.ts';

export const importCommand: Command = {
  usage: 'import FILE… [--dry-run]',
  summary: 'imports documents from .json, .ndjson or .csv files, each file wholly or not at all; --dry-run only checks',
  run: async (args, env, voice) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new UsageError('name at least one file to import');
    return withDatabase(env, (connection) => runImport(connection, positionals, values['dry-run'], env, voice));
  },
};

async function runImport(
  connection: Connection,
  paths: string[],
  dryRun: boolean,
  env: Env,
  voice: Voice,
): Promise<number> {
  const progress = startProgress(
    paths.reduce((sum, file) => sum + sizeOf(file), 0),
    dryRun ? 'Checking' : 'Importing',
    voice.say,
  );
  const files = paths.map((file) => documentFile(file, progress.add));
  const reports = await importDocuments(connection.db, files, {
    by: 'cli',
    who: OPERATOR,
    onDocuments: projectChanged,
    dryRun,
  }).finally(progress.stop);
  for (const report of reports) await print(report, dryRun, voice);
  if (!dryRun && reports.some(({ created, updated }) => created + updated > 0))
    await awaitSearchable(connection, env, voice);
  return reports.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

async function print(
  { file, created, updated, unchanged, problems, warnings }: ImportReport,
  dryRun: boolean,
  { out, say }: Voice,
): Promise<void> {
  for (const warning of warnings) say(`warning: ${problemLine(warning)}`);
  for (const problem of problems) await out(problemLine(problem));
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged`;
  if (problems.length > 0)
    await out(`${file}: not imported, ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
  else await out(`${file}: ${counts}${dryRun ? ' (dry run: nothing was written)' : ''}`);
}
