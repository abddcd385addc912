import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../operator-error.ts';
import { type Account, canReach, databaseAccount } from './account.ts';
import { binaries, SHARED_ROOT } from './binaries.ts';
import { keptSecret } from './kept-secret.ts';

/** Advisory locks on the cluster's `postgres` database; the kernel frees them with the connection, so none goes stale. */
const LOCK = { user: 0x66617200, server: 0x66617201 };
const PATIENCE_MS = 20_000;
const GRACE_MS = 2_000;
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=80',
  'shared_buffers=128MB',
  'work_mem=64MB',
  'jit=off',
  'timezone=UTC',
];

/** What a process does with the cluster: only one `server` may hold it, any number of `guest`s (commands, tests) may. */
export type Role = 'server' | 'guest';

/** A second server on one data folder. */
export class ClusterBusy extends OperatorError {}

export type Cluster = {
  /** A connection string for the `fairway` database. */
  url: string;
  /** Leaves the cluster; the last one out stops PostgreSQL. */
  leave(): Promise<void>;
};

type Place = { data: string; log: string; password: string; account: Account };

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

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });

type Postmaster = { pid: number; port: number };

/** postmaster.pid: pid on line 1, port on line 4. */
function readPostmaster(data: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

const urlOf = (place: Place, port: number, database: string) =>
  `postgres://fairway:${place.password}@127.0.0.1:${port}/${database}`;

async function connect(place: Place, port: number): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres'), connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // the holder learns of a lost server from its own pool
  await client.connect();
  return client;
}

async function start(place: Place, port: number): Promise<ChildProcess> {
  const { postgres } = binaries(place.account);
  const log = openSync(place.log, 'a', 0o600);
  const options = [...SETTINGS, `port=${port}`].flatMap((setting) => ['-c', setting]);
  // Detached: Ctrl-C is for us, and PostgreSQL must outlive our own last queries.
  const child = spawn(postgres, ['-D', realpathSync(place.data), ...options], {
    ...place.account,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
  });
  child.on('error', () => undefined);
  child.unref();
  closeSync(log);
  return child;
}

const isRunning = (pid: number) => {
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
function clearStaleLock(data: string): void {
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
function endHung(data: string): void {
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

const endOf = (log: string) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');

/** `port`: where a PostgreSQL that ended is to come back, so that its address stays true. */
async function joinOrStart(place: Place, port?: number): Promise<{ client: pg.Client; postmaster: Postmaster }> {
  let deadline = Date.now() + PATIENCE_MS;
  let child: ChildProcess | undefined;
  let ended = false;
  for (let lastError: unknown; ; ) {
    const postmaster = readPostmaster(place.data);
    if (postmaster) {
      try {
        return { client: await connect(place, postmaster.port), postmaster };
      } catch (error) {
        lastError = error;
      }
    }
    // Leftover children of a killed postmaster refuse a start for some seconds: try again until they are gone.
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      clearStaleLock(place.data);
      if (!readPostmaster(place.data)) child = await start(place, port ?? (await freePort()));
    }
    if (Date.now() > deadline) {
      if (ended)
        throw new OperatorError(`PostgreSQL in ${place.data} does not start; its log ends:\n${endOf(place.log)}`, {
          cause: lastError,
        });
      endHung(place.data);
      [ended, deadline] = [true, Date.now() + PATIENCE_MS];
    }
    await sleep(child && child.exitCode !== null ? 250 : 25);
  }
}

async function tryLock(client: pg.Client, statement: string, key: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>(`select ${statement}($1) as got`, [key]);
  return rows[0]?.got === true;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_database where datname = 'fairway'`);
  if (rowCount) return;
  await client.query('create database fairway').catch((error: { code?: string }) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error; // another start made it meanwhile
  });
}

type Held = { client: pg.Client; postmaster: Postmaster };

/** Asks whoever is the server for a sign of life, and the answer. */
const CHANNEL = { ask: 'fairway_who', answer: 'fairway_here' };

async function answerOthers(client: pg.Client): Promise<void> {
  client.on('notification', () => void client.query(`notify ${CHANNEL.answer}`).catch(() => undefined));
  await client.query(`listen ${CHANNEL.ask}`);
}

/**
 * Takes the server's lock. A server that is leaving gives it up within a moment; one that answers keeps it; one that does not answer
 * for the whole of our patience (stopped, hung) loses it.
 */
async function becomeServer(client: pg.Client): Promise<boolean> {
  let answered = false;
  client.on('notification', () => {
    answered = true;
  });
  await client.query(`listen ${CHANNEL.answer}`);
  for (const since = Date.now(); ; await sleep(50)) {
    if (await tryLock(client, 'pg_try_advisory_lock', LOCK.server)) break;
    const waited = Date.now() - since;
    if (answered && waited > GRACE_MS) return false;
    if (!answered && waited > PATIENCE_MS) await dismissServer(client);
    await client.query(`notify ${CHANNEL.ask}`);
  }
  client.removeAllListeners('notification');
  await client.query('unlisten *');
  await answerOthers(client);
  return true;
}

/** Ends the connection by which a server holds its lock; should that server wake up, it finds the folder taken and stops. */
const dismissServer = (client: pg.Client) =>
  client.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 0 and objid = $1 and granted`,
    [LOCK.server],
  );

/** Joins the cluster and takes this role's locks. */
async function hold(place: Place, role: Role, port?: number): Promise<Held> {
  for (let deadline = Date.now() + PATIENCE_MS; ; ) {
    const { client, postmaster } = await joinOrStart(place, port);
    // A leaver holds the user lock alone while it stops PostgreSQL: come back when it has. One that hangs in it is nobody's user.
    if (!(await tryLock(client, 'pg_try_advisory_lock_shared', LOCK.user).catch(() => false))) {
      await client.end().catch(() => undefined);
      if (Date.now() > deadline) {
        endHung(place.data);
        deadline = Date.now() + PATIENCE_MS;
      }
      await sleep(100);
      continue;
    }
    if (role === 'server' && !(await becomeServer(client))) {
      await client.end();
      throw new ClusterBusy(
        `Another Fairway server runs on the data folder ${path.dirname(place.data)}. Stop it, or set DATA_DIR to another folder.`,
      );
    }
    return { client, postmaster };
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

/** A folder that is full, closed to us or no folder is nobody's bug. */
function ready(dataDir: string): Place {
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

/** Joins the PostgreSQL of `dataDir`, or makes and starts it. A server brings one that dies under it back. Throws ClusterBusy for a second server. */
export async function openCluster(dataDir: string, role: Role): Promise<Cluster> {
  const place = ready(dataDir);
  let held = await hold(place, role);
  await createDatabase(held.client);
  const { port } = held.postmaster;
  let left = false;
  let reviving: Promise<void> | undefined;
  const revive = async () => {
    const again = await hold(place, role, port).catch((error: unknown) => {
      if (error instanceof ClusterBusy) throw error; // another server took the folder while we slept: nobody catches this, and we end
      return undefined; // its log says why; a request meanwhile answers 503
    });
    if (!again) return;
    held = again;
    if (!left) keep();
  };
  const keep = () => {
    held.client.once('end', () => {
      if (!left && role === 'server') reviving = revive();
    });
  };
  keep();
  return {
    url: urlOf(place, port, 'fairway'),
    leave: async () => {
      left = true;
      await reviving; // or it would take the locks again after they were given back
      await leave(held);
    },
  };
}

async function leave({ client, postmaster }: Held): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock_all()');
    if (!(await tryLock(client, 'pg_try_advisory_lock', LOCK.user))) return;
    process.kill(postmaster.pid, 'SIGINT'); // fast shutdown
    for (const deadline = Date.now() + PATIENCE_MS; isRunning(postmaster.pid) && Date.now() < deadline; )
      await sleep(25);
  } catch {
    // PostgreSQL is gone already: there is nothing left to leave.
  } finally {
    await client.end().catch(() => undefined);
  }
}
