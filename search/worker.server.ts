import { Logger, run, type TaskList } from 'graphile-worker';
import type { Logger as Pino } from 'pino';
import type { Connection } from '../db/client.server.ts';
import { REGULAR_SYNC } from './outbox.ts';

/** A little after midnight UTC rules begin and end, and quota periods with them; what is kept for a while ends at any time. */
const CRONTAB = [
  '5 0 * * * refresh-in-force ?fill=1d',
  '*/10 * * * * forget-expired',
  '20 * * * * anchor-audit ?fill=1h',
  '* * * * * expire-quota-holds',
  '*/5 * * * * watch-quotas',
  '2 * * * * publish-announced ?fill=1h',
  '* * * * * make-alerts',
  '10 0 * * * recheck-vacancies ?fill=1d',
  '7 * * * * expire-vacancies ?fill=1h',
  '40 2 * * * check-quota-ledgers ?fill=1d',
  '40 * * * * close-undecided ?fill=1h',
  REGULAR_SYNC,
].join('\n');

const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

/** Runs the jobs of the outbox in this process until `stop`; a database that goes away is waited for. */
export async function startWorker({
  connection,
  tasks,
  log,
}: {
  connection: Pick<Connection, 'pool'>;
  tasks: TaskList;
  log: Pino;
}): Promise<{ stop(): Promise<void> }> {
  const logger = new Logger(() => (level, message) => log[LEVELS[level]]({ jobs: true }, message));
  const runner = await run({
    pgPool: connection.pool,
    taskList: tasks,
    crontab: CRONTAB,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger,
  });
  runner.promise.catch((err: unknown) => log.error({ err }, 'the job runner stopped'));
  return { stop: () => runner.stop().catch(() => undefined) };
}
