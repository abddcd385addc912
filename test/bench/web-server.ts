import path from 'node:path';
import { freePort } from '../../db/embedded/free-port.ts';
import { withDataFolder } from '../support/data-folder.ts';
import { startChild } from './child.ts';
import { openLoad } from './load.ts';

export type WebServer = { address: string; dataDir: string };

/** More readers step by step: a busy machine does not open many connections to the database at once in the time that a page waits for one. */
async function warmUp(address: string): Promise<void> {
  for (const connections of [1, 2, 3, 4]) {
    const load = openLoad(connections);
    await load.rate(`${address}/en/pathways`, connections * 5);
    load.close();
  }
}

/** Runs `work` beside the server of `npm start` with the real seed and, if `more` says no other, the PostgreSQL engine; all of it is gone afterwards. */
export const withWebServer = <T>(
  work: (server: WebServer) => Promise<T>,
  more: Record<string, string> = {},
): Promise<T> =>
  withDataFolder(async (dataDir) => {
    const port = await freePort();
    const env = { PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT: 'off', ...more };
    const server = await startChild(['start.js', 'server', '--jobs'], path.join(dataDir, 'server.log'), env);
    const address = `http://127.0.0.1:${port}`;
    try {
      await warmUp(address);
      return await work({ address, dataDir });
    } finally {
      await server.stop();
    }
  });
