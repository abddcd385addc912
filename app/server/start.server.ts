import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import { type Connection, connect } from '../../db/client.server.ts';
import { openCluster, type Role } from '../../db/embedded/cluster.ts';
import { migrate } from '../../db/migrate.ts';
import { PROJECT_FOLDER } from '../../db/project-folder.ts';
import { countDocuments, hasDocumentsOfOthers } from '../../db/queries/edition.ts';
import { listUnfound, refreshFacts } from '../../db/queries/profile-facts.ts';
import { loadReference } from '../../db/reference/load.ts';
import { SYSTEM } from '../domain/people/who.ts';
import { importDocuments } from '../use-cases/import-documents/import-documents.ts';
import { problemLine } from '../use-cases/import-documents/report.ts';
import { readRequirements } from '../use-cases/matching/read-requirements.ts';
import { projectChanged, projectReworded } from '../use-cases/project-changed.ts';
import { readDocuments } from '../use-cases/read-documents/read-documents.ts';
import type { Env } from './env.server.ts';

/** `abandon` leaves at once, in the middle of a query if need be: what was not committed is undone. */
type OpenDatabase = Connection & { abandon(): Promise<void> };

/** Opens the database of the environment: DATABASE_URL, or the embedded PostgreSQL in DATA_DIR. */
export async function openDatabase(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
  role: Role,
  log: Pick<Logger, 'warn'>,
): Promise<OpenDatabase> {
  const onError = (err: Error) => log.warn({ err: err.message }, 'a database connection was lost');
  if (env.DATABASE_URL !== undefined) return { ...connect(env.DATABASE_URL, onError), abandon: async () => undefined };
  const cluster = await openCluster(env.DATA_DIR, role);
  const connection = connect(cluster.url, onError);
  return {
    ...connection,
    close: async () => {
      await connection.close();
      await cluster.leave();
    },
    abandon: cluster.leave,
  };
}

/** Whom the seed's versions are recorded as coming from. */
const SEEDER = 'seed';

/** The seed's files, in the order in which they refer to one another. */
const SEEDS = [
  ['pathway', 'pathways'],
  ['procedure', 'procedures'],
  ['quota', 'quotas'],
] as const;

const seedFile = (name: string) => ({
  name: `${name}.json`,
  entries: readDocuments(createReadStream(path.join(PROJECT_FOLDER, `db/seed/${name}.json`)), 'json'),
});

type Progress = { progress(line: string): void };

/** Reads what was recorded before there was anything to match by. */
export async function refreshRecorded({ db }: Connection): Promise<void> {
  await db.transaction().execute((trx) => readRequirements(trx, 'missing'));
  for (const account of await listUnfound(db)) await db.transaction().execute((trx) => refreshFacts(trx, account));
}

/** Brings the schema and the reference data to this program's. Safe to run at once from several processes. */
export async function bringUpToDate(connection: Connection, { progress }: Progress): Promise<void> {
  const applied = await migrate(connection);
  if (applied.length > 0) progress(`Database schema: ${applied.join(', ')}`);
  await refreshRecorded(connection);
  const loaded = await loadReference(connection.db, projectReworded);
  if (loaded.length > 0) progress(`Reference data: ${loaded.join(', ')}`);
}

/** Seeds what is still missing as long as nobody else wrote a document, so that a first start killed half-way is completed by the next. */
async function seed({ db }: Connection, { progress }: Progress): Promise<void> {
  if (await hasDocumentsOfOthers(db, SEEDER)) return;
  const there = await countDocuments(db);
  for (const [type, name] of SEEDS) {
    if (there[type] > 0) continue;
    const [report] = await importDocuments(db, [seedFile(name)], {
      by: SEEDER,
      who: SYSTEM,
      onDocuments: projectChanged,
    });
    if (report && report.problems.length > 0)
      throw new Error(`The seed is broken:\n${report.problems.map(problemLine).join('\n')}`);
    progress(`Seed: ${report?.created ?? 0} ${name}`);
  }
}

/** Brings schema, reference data and, in an empty database, the real pathways; says what it does. Safe to run at once from several processes. */
export async function prepareDatabase(connection: Connection, progress: Progress): Promise<void> {
  await bringUpToDate(connection, progress);
  await seed(connection, progress);
}
