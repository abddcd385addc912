import type { TaskList } from 'graphile-worker';
import type { Logger } from 'pino';
import type { Connection } from '../db/client.server.ts';
import type { SearchEngine } from './engine.ts';
import { projectPathways } from './pathway/project.ts';
import { postgresEngine } from './postgres.server.ts';

export type Search = { engine: SearchEngine; state(): 'ok' | 'degraded'; tasks: TaskList; close(): Promise<void> };

/** Rules and quota periods begin and end by the calendar: every pathway is looked at again each night. */
const refreshInForce =
  (db: Connection['db']): TaskList[string] =>
  async () => {
    await db.transaction().execute((trx) => projectPathways(trx, 'all', new Date().toISOString().slice(0, 10)));
  };

/** The search of this installation. */
export async function openSearch({
  connection,
  log,
}: {
  connection: Connection;
  log: Pick<Logger, 'info'>;
}): Promise<Search> {
  log.info('searching with PostgreSQL');
  return {
    engine: postgresEngine(connection.db),
    state: () => 'ok',
    tasks: { 'refresh-in-force': refreshInForce(connection.db), 'sync-search': async () => undefined },
    close: async () => undefined,
  };
}
