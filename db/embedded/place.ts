import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { type Account, canReach, databaseAccount } from './account.ts';
import { binaries, SHARED_ROOT } from './binaries.ts';
import { keptSecret } from './kept-secret.ts';

/** Where a cluster lives: its folder, its log, the password of its owner, and the system account that it runs as. */
export type Place = { data: string; log: string; password: string; account: Account };

function preparePlace(dataDir: string): Place {
  const account = databaseAccount();
  mkdirSync(dataDir, { recursive: true });
  const data = path.join(dataDir, 'postgres');
  return {
    data,
    log: path.join(dataDir, 'postgres.log'),
    password: keptSecret(path.join(dataDir, 'postgres.password')),
    account,
  };
}

/**
 * Makes the cluster beside its place and renames it in, so that a start killed half-way leaves nothing half-made.
 * Where root's database account cannot walk to the data folder, the cluster lives under SHARED_ROOT and `data` links to it.
 */
function initialise({ data, password, account }: Place): void {
  if (existsSync(path.join(data, 'PG_VERSION'))) return;
  const reachable = canReach(account, path.dirname(data));
  const suffix = randomBytes(6).toString('hex');
  const aside = reachable ? `${data}.new-${suffix}` : path.join(SHARED_ROOT, `cluster-${suffix}`);
  mkdirSync(path.dirname(aside), { recursive: true, mode: 0o755 });
  mkdirSync(aside, { mode: 0o700 });
  if (account) chownSync(aside, account.uid, account.gid);
  const { initdb } = binaries(account);
  const pwfile = `${aside}.password`;
  writeFileSync(pwfile, password, { mode: 0o600 });
  if (account) chownSync(pwfile, account.uid, account.gid);
  const made = spawnSync(
    initdb,
    [
      '--pgdata',
      aside,
      '--username',
      'fairway',
      '--auth',
      'scram-sha-256',
      '--pwfile',
      pwfile,
      '--encoding',
      'UTF8',
      `--locale=${utf8Locale()}`,
    ],
    { ...account, cwd: '/', encoding: 'utf8' },
  );
  rmSync(pwfile);
  if (made.status !== 0) {
    rmSync(aside, { recursive: true, force: true });
    throw new OperatorError(
      `PostgreSQL could not make its data folder ${data}: ${made.error?.message ?? made.stderr.trim()}`,
    );
  }
  put(aside, data, reachable);
}

function put(aside: string, data: string, reachable: boolean): void {
  try {
    if (reachable) renameSync(aside, data);
    else symlinkSync(aside, data);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(path.join(data, 'PG_VERSION'))) throw error; // else another first start was quicker
  }
}

/** pg_trgm knows letters through LC_CTYPE: under plain C, Arabic, Bengali and Devanagari would have no trigrams at all. */
function utf8Locale(): string {
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

/** The place of a cluster in a data folder, made where there is none. A folder that is full, closed to us or no folder is nobody's bug. */
export function openPlace(dataDir: string): Place {
  try {
    const place = preparePlace(path.resolve(dataDir));
    initialise(place);
    return place;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new OperatorError(
      `The data folder ${path.resolve(dataDir)} cannot be used: ${cause.message}. Mend that, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}
