import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { projectChanged } from '../../app/use-cases/project-changed.ts';
import type { Connection, Db } from '../../db/client.server.ts';
import { startWorker } from '../../search/worker.server.ts';
import type { TestDatabase } from './database.ts';
import { aPathway } from './documents.ts';
import { importAll } from './imports.ts';
import { silent } from './silent.ts';

/** Imports a pathway of this name, or a new version of it, as every writer does. */
export const write = (db: Db, id: string, name: string = id) =>
  importAll(db, [aPathway({ id, name: { en: name } })], { onDocuments: projectChanged });

export type Job = { state: 'waits' | 'runs' | 'given up'; attempts: number };

/** The jobs that are to bring an index up to date. */
export async function syncJobs(db: Db): Promise<Job[]> {
  const { rows } = await sql<Job>`
    select attempts, case when locked_at is not null then 'runs' when attempts < max_attempts then 'waits' else 'given up' end as state
    from graphile_worker.jobs where task_identifier = 'sync-search' order by id`.execute(db);
  return rows;
}

/** Names in the search copy as another connection sees them: what is committed. */
export async function committedNames(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select entry -> 'document' -> 'name' ->> 'en' as name from search_pathway order by id`.execute(db);
  return rows.map(({ name }) => name);
}

/** Runs the jobs with this task for as long as `work` takes. */
export async function withWorker<T>(
  connection: Connection,
  sync: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  const worker = await startWorker({ connection, tasks: { 'sync-search': sync }, log: silent });
  try {
    return await work();
  } finally {
    await worker.stop();
  }
}

/** Resolves when some session of this database waits for a lock of another. */
export async function untilBlocked({ pool }: TestDatabase): Promise<void> {
  for (;;) {
    const { rows } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
    await sleep(20);
  }
}

/** A door that a test opens. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
