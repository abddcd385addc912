import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PROJECT_FOLDER } from '../../db/project-folder.ts';
import { DATA_DIR } from './e2e-codes.ts';

/** What a command prints beside the server of the browser's tests. */
export async function commandBeside(...args: readonly string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR, LOG_LEVEL: 'warn' };
  const { stdout } = await promisify(execFile)(process.execPath, ['start.js', 'cli', ...args], {
    ...{ cwd: PROJECT_FOLDER, env },
  });
  return stdout.trim();
}
