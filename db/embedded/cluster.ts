import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { OperatorError } from '../operator-error.ts';
import { joinOrStart, PATIENCE_MS, urlOf } from './join.ts';
import { openPlace, type Place } from './place.ts';
import { endHung, isRunning, type Postmaster } from './postmaster.ts';

/** Advisory locks on the cluster's `postgres` database; the kernel frees them with the connection, so none goes stale. */
const LOCK = { user: 0x66617200, server: 0x66617201 };
const GRACE_MS = 2_000;
/** A full disk is emptied by somebody, in the end. */
const REVIVE_AGAIN_MS = 5_000;

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

/** Joins the PostgreSQL of `dataDir`, or makes and starts it. A server brings one that dies under it back. Throws ClusterBusy for a second server. */
export async function openCluster(dataDir: string, role: Role): Promise<Cluster> {
  const place = openPlace(dataDir);
  let held = await hold(place, role);
  await createDatabase(held.client);
  const { port } = held.postmaster;
  let left = false;
  let reviving: Promise<void> | undefined;
  const revive = async () => {
    for (; !left; await sleep(REVIVE_AGAIN_MS)) {
      const again = await hold(place, role, port).catch((error: unknown) => {
        if (error instanceof ClusterBusy) throw error; // another server took the folder while we slept: nobody catches this, and we end
        return undefined; // its log says why; a request meanwhile answers 503
      });
      if (!again) continue;
      held = again;
      if (!left) keep();
      return;
    }
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
