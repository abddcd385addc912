import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The job runner of the alerts in a process of its own; resolves when it runs. */
export async function startRunner(databaseUrl: string, mailUrl: string): Promise<{ kill(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/alert-runner.ts', databaseUrl, mailUrl], {
    cwd: root,
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
