import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DATA_DIR } from './e2e-codes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a command prints beside the server of the browser's tests. */
export async function commandBeside(...args: readonly string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR, LOG_LEVEL: 'warn' };
  const { stdout } = await promisify(execFile)(process.execPath, ['start.js', 'cli', ...args], {
    ...{ cwd: root, env },
  });
  return stdout.trim();
}
