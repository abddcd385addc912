import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { freePort } from '../db/embedded/free-port.ts';

const LOOPBACK = '127.0.0.1';
const START_WITHIN_MS = 15_000;
const LOOK_EVERY_MS = 1_000;
const BACK_OFF_MS = { least: 500, most: 30_000 };
const STOP_WITHIN_MS = 5_000;

/** Where a Meilisearch of this installation listens, as which process, and which process looks after it. */
type Place = { pid: number; port: number; keeper: number };

export type ChildMeilisearch = {
  /** The address, which a restart changes; undefined while none runs. */
  url(): string | undefined;
  key: string;
  /** Resolves when one runs, or rejects when none could be started in time. */
  started: Promise<void>;
  close(): Promise<void>;
};

const isProgram = (file: string) => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

/** The meilisearch program: the one named, else the first on the PATH. */
export function findProgram(named: string | undefined, searchPath: string | undefined): string | undefined {
  if (named !== undefined) return isProgram(named) ? named : undefined;
  return (searchPath ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, 'meilisearch'))
    .find(isProgram);
}

function readKey(file: string): string {
  try {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!existsSync(file)) throw error; // another start wrote it
  }
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

function readPlace(file: string): Place | undefined {
  try {
    const [pid, port, keeper] = readFileSync(file, 'utf8').split(' ').map(Number);
    return pid && port && keeper ? { pid, port, keeper } : undefined;
  } catch {
    return undefined;
  }
}

/** Says that this process looks after it from now on. */
function writePlace(file: string, { pid, port }: Omit<Place, 'keeper'>): void {
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${pid} ${port} ${process.pid}`, { mode: 0o600 });
  renameSync(fresh, file);
}

const urlOf = (port: number) => `http://${LOOPBACK}:${port}`;

/** Answers as ours do: only a process that was given our key lets it read the version. */
async function isOurs(port: number, key: string): Promise<boolean> {
  try {
    const response = await fetch(`${urlOf(port)}/version`, {
      headers: { authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(1_000),
    });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

const lives = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The number may be another program's by now; where /proc tells, it is believed. */
function isMeilisearch(pid: number): boolean {
  try {
    return /meilisearch/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

/** A Meilisearch that this process looks after. */
type Own = { pid: number; lives(): boolean };

const found = (pid: number): Own => ({ pid, lives: () => isMeilisearch(pid) });

/** Ends it, by force where it does not end when asked. */
async function end({ pid, lives: isAlive }: Own, signals: readonly NodeJS.Signals[]): Promise<void> {
  for (const signal of signals) {
    if (!isAlive()) return;
    process.kill(pid, signal);
    for (const deadline = Date.now() + STOP_WITHIN_MS; isAlive() && Date.now() < deadline; ) await sleep(25);
  }
}

/** Left behind by a keeper that was killed. */
const isLeftover = ({ pid, keeper }: Place) => !lives(keeper) && isMeilisearch(pid);

type Folder = { data: string; log: string; place: string; lock: string; key: string };

function prepareFolder(dataDir: string): Folder {
  const root = path.resolve(dataDir);
  mkdirSync(root, { recursive: true });
  const at = (name: string) => path.join(root, name);
  const data = at('meilisearch');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return {
    data,
    log: at('meilisearch.log'),
    place: at('meilisearch.pid'),
    lock: at('meilisearch.lock'),
    key: readKey(at('meilisearch.key')),
  };
}

/** The Meilisearch that a server keeps in this data folder now, for a command that runs beside it; it starts none. */
export async function findRunning(dataDir: string): Promise<{ url: string; key: string } | undefined> {
  const at = (name: string) => path.join(path.resolve(dataDir), name);
  const place = readPlace(at('meilisearch.pid'));
  if (!place || !existsSync(at('meilisearch.key'))) return undefined;
  const key = readFileSync(at('meilisearch.key'), 'utf8').trim();
  return (await isOurs(place.port, key)) ? { url: urlOf(place.port), key } : undefined;
}

function launch(program: string, { data, log, key }: Folder, port: number): ChildProcess {
  const out = openSync(log, 'a', 0o600);
  const options = [
    '--http-addr',
    `${LOOPBACK}:${port}`,
    '--db-path',
    path.join(data, 'data'),
    '--dump-dir',
    path.join(data, 'dumps'),
    '--snapshot-dir',
    path.join(data, 'snapshots'),
  ];
  // The key goes by the environment, as arguments are there for every user of the machine to read.
  const env = {
    NODE_ENV: process.env['NODE_ENV'],
    PATH: process.env['PATH'],
    MEILI_MASTER_KEY: key,
    MEILI_ENV: 'production',
    MEILI_NO_ANALYTICS: 'true',
  };
  const child: ChildProcess = spawn(program, options, { cwd: data, env, stdio: ['ignore', out, out], detached: true });
  child.on('error', () => undefined);
  child.unref();
  closeSync(out);
  return child;
}

/** One of several processes on a data folder starts it; a lock whose holder is dead is taken over. */
function takeLock(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    const holder = Number(readFileSync(file, { encoding: 'utf8', flag: 'a+' }));
    if (holder > 0 && lives(holder)) return false;
    rmSync(file, { force: true });
    return false; // the next look takes it
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Starts one on a free port and waits until it answers. */
async function startOne(program: string, folder: Folder): Promise<{ own: Own; port: number }> {
  const port = await freePort();
  const child = launch(program, folder, port);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} cannot be run`);
  writePlace(folder.place, { pid, port });
  const own = { pid, lives: () => !hasEnded(child) };
  for (const deadline = Date.now() + START_WITHIN_MS; Date.now() < deadline && own.lives(); await sleep(50)) {
    if (await isOurs(port, folder.key)) return { own, port };
  }
  child.kill('SIGKILL');
  throw new Error(`meilisearch did not start; see ${folder.log}`);
}

/**
 * Keeps a Meilisearch of this data folder running on loopback: joins the one that runs, or starts it, and again with growing
 * pauses when it dies. Whoever looks after it stops it: the process that started it or, where that one was killed, one that found it.
 */
export function keepMeilisearch(
  program: string,
  dataDir: string,
  log: Pick<Logger, 'info' | 'warn'>,
): ChildMeilisearch {
  const folder = prepareFolder(dataDir);
  let own: Own | undefined;
  let port: number | undefined;
  let closed = false;
  let pause: number = BACK_OFF_MS.least;
  let timer: NodeJS.Timeout | undefined;

  const join = async (place: Place): Promise<boolean> => {
    if (!(await isOurs(place.port, folder.key))) return false;
    port = place.port;
    if (!isLeftover(place)) return true;
    writePlace(folder.place, place);
    own = found(place.pid);
    return true;
  };

  const start = async (): Promise<void> => {
    const started = await startOne(program, folder);
    if (closed) return end(started.own, ['SIGTERM', 'SIGKILL']);
    [own, port, pause] = [started.own, started.port, BACK_OFF_MS.least];
    log.info({ pid: own.pid }, 'meilisearch started');
  };

  /**
   * Looks whether one answers. What answered a moment ago and hangs now is left to the circuit breaker, and to its keeper; only what
   * nobody looks after is ended, for it would keep a new one from its data.
   */
  const look = async (): Promise<void> => {
    if (own?.lives()) return;
    const place = readPlace(folder.place);
    if (place && (await join(place))) return;
    if (own) log.warn({ pid: own.pid }, 'meilisearch ended');
    [own, port] = [undefined, undefined];
    if (place && isMeilisearch(place.pid) && !isLeftover(place)) return;
    if (!takeLock(folder.lock)) return;
    try {
      if (place && isLeftover(place)) await end(found(place.pid), ['SIGKILL']);
      await start();
    } finally {
      rmSync(folder.lock, { force: true });
    }
  };

  let looking: Promise<void> = Promise.resolve();
  const again = async (): Promise<void> => {
    try {
      await look();
    } catch (error) {
      pause = Math.min(pause * 2, BACK_OFF_MS.most);
      log.warn(
        { why: error instanceof Error ? error.message : String(error), againInMs: pause },
        'meilisearch did not start',
      );
    }
    if (closed) return;
    timer = setTimeout(
      () => {
        looking = again();
      },
      port === undefined ? pause : LOOK_EVERY_MS,
    ).unref();
  };

  const firstOne = async () => {
    looking = again();
    await looking;
    for (const deadline = Date.now() + START_WITHIN_MS; port === undefined && !closed && Date.now() < deadline; )
      await sleep(50);
    if (port === undefined) throw new Error(`meilisearch does not run; see ${folder.log}`);
  };

  // A process that ends in haste takes its own along; a kill -9 cannot, and the next start finds the leftover.
  const atExit = () => void (own?.lives() && process.kill(own.pid, 'SIGTERM'));
  process.once('exit', atExit);

  return {
    url: () => (port === undefined ? undefined : urlOf(port)),
    key: folder.key,
    started: firstOne(),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await looking;
      process.removeListener('exit', atExit);
      if (!own) return;
      await end(own, ['SIGTERM', 'SIGKILL']);
      if (readPlace(folder.place)?.pid === own.pid) rmSync(folder.place, { force: true });
    },
  };
}
