import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';

/** A PostgreSQL that a folder names as its own. */
export type Postmaster = { pid: number; port: number };

/** postmaster.pid: pid on line 1, port on line 4. */
export function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process is there, and no zombie. */
export const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
};

/** A zombie answers `kill -0` and holds nothing; where /proc is absent `ps` tells. */
function isZombie(pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .startsWith('Z');
  } catch {
    try {
      return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    } catch {
      return false;
    }
  }
}

const isPostgres = (pid: number) => {
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
};

/** A lock file whose holder is gone, a zombie, or another program that got its number: PostgreSQL would wait for it for ever. */
export function clearStaleLock(data: string): void {
  const holder = readPostmaster(data);
  if (holder && (!isRunning(holder.pid) || (process.platform === 'linux' && !isPostgres(holder.pid))))
    rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

/** Every PostgreSQL process that works in the folder: its children do too, and outlive it where they hang. */
function workingIn(data: string): number[] {
  if (process.platform !== 'linux') return [];
  const folder = realpathSync(data);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isPostgres(pid) && folderOf(pid) === folder);
}

function folderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // gone, or another account's
  }
}

/** What lives and has not answered for the whole of our patience is hung: end it, PostgreSQL recovers from its log. */
export function endHung(data: string): void {
  const holder = readPostmaster(data);
  const hung = new Set(workingIn(data));
  if (holder && isPostgres(holder.pid)) hung.add(holder.pid);
  for (const pid of hung) endNow(pid);
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // gone meanwhile
  }
}
