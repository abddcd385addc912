import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { OperatorError } from '../operator-error.ts';
import { binaries } from './binaries.ts';
import { freePort } from './free-port.ts';
import type { Place } from './place.ts';
import { clearStaleLock, endHung, type Postmaster, readPostmaster } from './postmaster.ts';

/** How long one that does not answer is waited for, before it is held to hang. */
export const PATIENCE_MS = 20_000;

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=80',
  'shared_buffers=128MB',
  'work_mem=64MB',
  'jit=off',
  'timezone=UTC',
];

/** The address of a database of a cluster. */
export const urlOf = (place: Place, port: number, database: string) =>
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

const endOf = (log: string) => readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');

/** Joins the PostgreSQL of a place, or starts it. `port`: where a PostgreSQL that ended is to come back, so that its address stays true. */
export async function joinOrStart(place: Place, port?: number): Promise<{ client: pg.Client; postmaster: Postmaster }> {
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
