import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PROJECT_FOLDER } from '../../db/project-folder.ts';

/** A job runner in a process of its own, by its script in this folder; resolves when it runs, and says so. */
export async function startRunner(script: string, ...args: string[]): Promise<{ kill(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', `test/support/${script}`, ...args], {
    cwd: PROJECT_FOLDER,
    env: { NODE_ENV: 'production', PATH: process.env['PATH'], HOME: process.env['HOME'] },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const [first] = await Promise.race([once(child.stdout, 'data'), closed]);
  if (!(first instanceof Buffer)) throw new Error('the job runner did not start');
  child.stdout.resume();
  return {
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
