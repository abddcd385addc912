import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import { type Connection, connect } from '../../db/client.server.ts';
import { openCluster, type Role } from '../../db/embedded/cluster.ts';
import { migrate } from '../../db/migrate.ts';
import { countDocuments } from '../../db/queries/edition.ts';
import { loadReference } from '../../db/reference/load.ts';
import { importDocuments } from '../use-cases/import-documents/import-documents.ts';
import { problemLine } from '../use-cases/import-documents/report.ts';
import { readDocuments } from '../use-cases/read-documents/read-documents.ts';
import { projectChanged } from '../use-cases/project-changed.ts';
import type { Env } from './env.server.ts';

/** Opens the database of the environment: DATABASE_URL, or the embedded PostgreSQL in DATA_DIR. */
export async function openDatabase(env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>, role: Role, log: Pick<Logger, 'warn'>): Promise<Connection> {
  const onError = (err: Error) => log.warn({ err: err.message }, 'a database connection was lost');
  if (env.DATABASE_URL !== undefined) return connect(env.DATABASE_URL, onError);
  const cluster = await openCluster(env.DATA_DIR, role);
  const connection = connect(cluster.url, onError);
  return {
    ...connection,
    close: async () => {
      await connection.close();
      await cluster.leave();
    },
  };
}

const SEEDS = ['pathways', 'procedures', 'quotas'];

const seedFile = (name: string) => ({
  name: `${name}.json`,
  entries: readDocuments(createReadStream(fileURLToPath(new URL(`../../db/seed/${name}.json`, import.meta.url))), 'json'),
});

/** Brings schema, reference data and, in an empty database, the real pathways; says what it does. Safe to run at once from several processes. */
export async function prepareDatabase(connection: Connection, { progress }: { progress(line: string): void }): Promise<void> {
  const applied = await migrate(connection);
  if (applied.length > 0) progress(`Database schema: ${applied.join(', ')}`);
  const loaded = await loadReference(connection.db);
  if (loaded.length > 0) progress(`Reference data: ${loaded.join(', ')}`);
  const { pathway, procedure, quota, vacancy } = await countDocuments(connection.db);
  if (pathway + procedure + quota + vacancy > 0) return;
  for (const name of SEEDS) {
    const [report] = await importDocuments(connection.db, [seedFile(name)], { by: 'seed', onDocuments: projectChanged });
    if (report && report.problems.length > 0) throw new Error(`The seed is broken:\n${report.problems.map(problemLine).join('\n')}`);
    progress(`Seed: ${report?.created ?? 0} ${name}`);
  }
}
