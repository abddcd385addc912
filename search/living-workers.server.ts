import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Logger as Pino } from 'pino';

/** The class of the locks by which the workers of job runners are known to live; a lock ends with the session of whoever died. */
const LIVING = 0x66617214;

/** Who has jobs and holds no lock. */
const ABSENT = `
  select distinct locked_by as id from graphile_worker._private_jobs job
  where locked_by is not null and not exists (
    select from pg_locks held
    where held.locktype = 'advisory' and held.granted and held.classid = ${LIVING}::oid
      and held.database = (select oid from pg_database where datname = current_database())
      and held.objid::bigint = (hashtext(job.locked_by)::bigint & 4294967295)
  )`;

/** The locks of our own workers, in a session that lasts as long as this process or until the database goes away. */
class OwnLocks {
  private session: pg.PoolClient | undefined;
  private readonly held = new Set<string>();

  constructor(private readonly pool: pg.Pool) {}

  async take(workers: ReadonlySet<string>): Promise<void> {
    const session = this.session ?? (await this.open());
    for (const id of workers) {
      if (this.held.has(id)) continue;
      await session.query('select pg_advisory_lock_shared($1, hashtext($2))', [LIVING, id]);
      this.held.add(id);
    }
  }

  private async open(): Promise<pg.PoolClient> {
    const session = await this.pool.connect();
    session.once('end', () => this.lose(session));
    this.session = session;
    return session;
  }

  /** A pool that still lends what is gone would never end. */
  private lose(session: pg.PoolClient): void {
    if (this.session !== session) return;
    this.session = undefined;
    this.held.clear();
    session.release(true);
  }

  release(): void {
    const { session } = this;
    this.session = undefined;
    session?.release(true);
  }
}

/**
 * Frees the jobs of workers that were killed, which would else wait for hours: those who were absent twice in a row, as one whose
 * connection was lost comes back before that.
 */
export function watchWorkers({ pool, log, everyMs }: { pool: pg.Pool; log: Pino; everyMs: number }) {
  const events: WorkerEvents = new EventEmitter();
  const own = new Set<string>();
  // Jobs are locked in the name of the pool.
  events.on('pool:create', ({ workerPool }) => own.add(workerPool.id));
  const locks = new OwnLocks(pool);
  let absentBefore = new Set<string>();
  const look = async () => {
    await locks.take(own);
    const { rows } = await pool.query<{ id: string }>(ABSENT);
    const dead = rows.map(({ id }) => id).filter((id) => absentBefore.has(id));
    absentBefore = new Set(rows.map(({ id }) => id));
    if (dead.length === 0) return;
    await pool.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    log.warn({ dead }, 'the jobs of workers that were killed are tried again');
  };
  let looking: Promise<void> | undefined;
  // One look at a time: two that begin at once would each open a session, of which one is never given back.
  const lookAgain = () => {
    looking ??= look()
      .catch((err: unknown) => log.debug({ err }, 'nobody looked after the jobs of killed workers'))
      .finally(() => {
        looking = undefined;
      });
  };
  let timer: NodeJS.Timeout | undefined;
  return {
    events,
    begin: () => {
      lookAgain();
      timer = setInterval(lookAgain, everyMs).unref();
    },
    stop: async () => {
      clearInterval(timer);
      await looking;
      locks.release();
    },
  };
}
