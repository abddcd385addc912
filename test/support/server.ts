import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Running, start } from './processes.ts';

/** The pages are built by the test command before any test; a single test file may be run without. */
export const isBuilt = existsSync(new URL('../../build/server/index.js', import.meta.url));

/** The server itself, as `npm start` starts it, with its data in `dataDir`. */
export function startServer(dataDir: string, port: number, env: Record<string, string> = {}): Running {
  return start('server', ['--jobs'], {
    NODE_ENV: 'production',
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    MEILI_BIN: 'none',
    ...env,
  });
}

/** The process of the embedded PostgreSQL, and an address of its database. */
export function clusterOf(dataDir: string): { pid: number; url: string } {
  const [pid, , , port] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(path.join(dataDir, 'postgres.password'), 'utf8').trim();
  return { pid: Number(pid), url: `postgres://fairway:${password}@127.0.0.1:${port}/fairway` };
}
