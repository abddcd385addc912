import { type Connection, connect } from '../../db/client.server.ts';
import { openCluster } from '../../db/embedded/cluster.ts';
import { migrate } from '../../db/migrate.ts';
import { withDataFolder } from './data-folder.ts';

const STATEMENT_WITHIN_MS = 1_800_000;

/** Runs `work` on a PostgreSQL of its own, with the schema of this program and no data; gone afterwards. */
export const withOwnDatabase = <T>(work: (connection: Connection) => Promise<T>): Promise<T> =>
  withDataFolder(async (folder) => {
    const cluster = await openCluster(folder, 'guest');
    const connection = connect(cluster.url, () => undefined, { statementTimeoutMs: STATEMENT_WITHIN_MS });
    try {
      await migrate(connection);
      return await work(connection);
    } finally {
      await connection.close();
      await cluster.leave();
    }
  });
