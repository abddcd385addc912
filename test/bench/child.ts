import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { PROJECT_FOLDER } from '../../db/project-folder.ts';

export type Child = { firstLine: string; stop(): Promise<void> };

/** Runs a program of ours by itself as in production, its log in a file; resolves with its first line, which it prints when it is ready. */
export async function startChild(
  args: readonly string[],
  log: string,
  env: Record<string, string> = {},
): Promise<Child> {
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_FOLDER,
    stdio: ['ignore', 'pipe', openSync(log, 'a')],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NODE_ENV: 'production', ...env },
  });
  const { stdout } = child;
  if (!stdout) throw new Error('a pipe was asked for');
  const closed = once(child, 'close');
  const [first] = await Promise.race([once(stdout.setEncoding('utf8'), 'data'), closed]);
  if (typeof first !== 'string') throw new Error(`${args.join(' ')} did not start:\n${readFileSync(log, 'utf8')}`);
  stdout.resume();
  return {
    firstLine: first.trim(),
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
