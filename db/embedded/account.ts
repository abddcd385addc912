import { execFileSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../operator-error.ts';

/** The operating-system account PostgreSQL runs as; `undefined`: our own. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number } | undefined;

const idOf = (name: string): Account => {
  const id = (flag: string) =>
    Number.parseInt(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString(), 10);
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
};

const createPostgres = (): Account => {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
  } catch {
    return undefined; // no useradd here (Alpine, busybox): `nobody` has the passwd entry that initdb asks for
  }
  return idOf('postgres');
};

/** Our own account, or, for root, `postgres`, made if need be, or `nobody`. */
export function databaseAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  const account = idOf('postgres') ?? createPostgres() ?? idOf('nobody');
  if (!account)
    throw new OperatorError(
      'PostgreSQL does not run as root, and this system has neither a "postgres" nor a "nobody" user. Create one: useradd --system postgres',
    );
  return account;
}

const passable = (folder: string, { uid, gid }: { uid: number; gid: number }) => {
  const { mode, uid: owner, gid: group } = lstatSync(folder);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
};

/** Whether `account` can walk down to `folder` (the folder itself included); a clone under /root, mode 700, cannot be reached. */
export function canReach(account: Account, folder: string): boolean {
  if (!account) return true;
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (!passable(at, account)) return false;
    if (at === path.dirname(at)) return true;
  }
}
