import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Connection, Db } from '../../db/client.server.ts';
import type { PathwayIndex } from '../../search/meilisearch.server.ts';
import { findIndex, syncIndex } from '../../search/sync.server.ts';
import { OPERATOR } from '../domain/people/who.ts';
import type { Env } from '../server/env.server.ts';
import { importDocuments } from '../use-cases/import-documents/import-documents.ts';
import { type ImportReport, problemLine } from '../use-cases/import-documents/report.ts';
import { projectChanged } from '../use-cases/project-changed.ts';
import { type Command, UsageError, type Voice } from './command.ts';
import { documentFile, sizeOf } from './document-file.ts';
import { startProgress } from './progress.ts';
import { searchIndexOf } from './search-index.ts';
import { withDatabase } from './with-database.ts';

const SEARCHABLE_WITHIN_MS = 30_000;

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

/** The PostgreSQL engine sees the write with its commit; an index is brought to it here, or by a running server if that is quicker. */
async function awaitSearchable({ db }: Connection, env: Env, { say }: Voice): Promise<void> {
  const index = await searchIndexOf(db, env);
  if (!index) return;
  const late = sleep(SEARCHABLE_WITHIN_MS, false, { ref: false });
  if (!(await Promise.race([bringUpToDate(db, index), late])))
    say('Search is still being brought up to date: a running server does it as soon as its engine answers.');
}

/** An index that is not there yet is made by the first server that asks it. */
async function bringUpToDate(db: Db, index: PathwayIndex): Promise<boolean> {
  try {
    if (await findIndex(index)) await syncIndex(db, index);
    return true;
  } catch {
    return false; // it is away: the outbox has the word, and a server follows it
  }
}
