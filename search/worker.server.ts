import { Logger, run, type TaskList } from 'graphile-worker';
import type { Logger as Pino } from 'pino';
import type { Connection } from '../db/client.server.ts';
import { watchWorkers } from './living-workers.server.ts';
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

/** How often a runner looks whether another was killed. */
const LOOK_EVERY_MS = 30_000;

/**
 * Runs the jobs of the outbox in this process until `stop`; a database that goes away is waited for, and the jobs of a runner that was
 * killed are taken over.
 */
export async function startWorker({
  connection,
  tasks,
  log,
  lookEveryMs = LOOK_EVERY_MS,
}: {
  connection: Pick<Connection, 'pool'>;
  tasks: TaskList;
  log: Pino;
  lookEveryMs?: number;
}): Promise<{ stop(): Promise<void> }> {
  const watch = watchWorkers({ pool: connection.pool, log, everyMs: lookEveryMs });
  const logger = new Logger(() => (level, message) => log[LEVELS[level]]({ jobs: true }, message));
  const runner = await run({
    pgPool: connection.pool,
    taskList: tasks,
    crontab: CRONTAB,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger,
    events: watch.events,
  });
  watch.begin();
  runner.promise.catch((err: unknown) => log.error({ err }, 'the job runner stopped'));
  return {
    stop: async () => {
      await runner.stop().catch(() => undefined);
      await watch.stop();
    },
  };
}
