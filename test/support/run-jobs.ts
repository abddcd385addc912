import { Logger, runOnce, type TaskList } from 'graphile-worker';
import type { Connection } from '../../db/client.server.ts';

/** Runs the jobs of these tasks that wait, one after the other, and leaves all others. */
export const runJobs = ({ pool }: Pick<Connection, 'pool'>, taskList: TaskList): Promise<void> =>
  runOnce({ pgPool: pool, taskList, logger: new Logger(() => () => undefined) });
