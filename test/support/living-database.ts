import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Connection, connect } from '../../db/client.server.ts';
import { openCluster } from '../../db/embedded/cluster.ts';
import { isRunning, readPostmaster } from '../../db/embedded/postmaster.ts';
import { migrate } from '../../db/migrate.ts';
import { isDatabaseUnavailable } from '../../db/unavailable.ts';
import { withDataFolder } from './data-folder.ts';
import { untilTold } from './until-told.ts';

export type LivingDatabase = Connection & {
  url: string;
  /** `kill -9` of its PostgreSQL, of the postmaster alone or of all its processes. */
  kill(which: 'postmaster' | 'all'): Promise<void>;
  /** Until it answers again. */
  isBack(): Promise<void>;
};

const childrenOf = (pid: number): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+/)
    .map(Number);

/** Runs `work` on a PostgreSQL of its own, with the schema of this program, which is brought back when it is killed. */
export const withLivingDatabase = <T>(work: (database: LivingDatabase) => Promise<T>): Promise<T> =>
  withDataFolder(async (folder) => {
    const cluster = await openCluster(folder, 'server');
    const connection = connect(cluster.url, () => undefined, { max: 5 });
    const { db } = connection;
    try {
      await migrate(connection);
      return await work({
        ...connection,
        url: cluster.url,
        async kill(which) {
          const { pid } = readPostmaster(path.join(folder, 'postgres')) ?? {};
          if (pid === undefined) throw new Error('there is no PostgreSQL to kill');
          for (const each of which === 'all' ? [pid, ...childrenOf(pid)] : [pid]) process.kill(each, 'SIGKILL');
          while (isRunning(pid)) await sleep(5);
        },
        isBack: async () => void (await untilTold(() => sql`select 1`.execute(db), isDatabaseUnavailable)),
      });
    } finally {
      await connection.close();
      await cluster.leave();
    }
  });
