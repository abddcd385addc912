import pino from 'pino';
import type { Connection } from '../../db/client.server.ts';
import type { Env } from '../server/env.server.ts';
import { bringUpToDate, openDatabase } from '../server/start.server.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** As shells count a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** Runs with the installation's database, joined beside a server or started for the while, its schema up to date. Nothing is seeded. */
export async function withDatabase<T>(env: Env, work: (connection: Connection) => Promise<T>): Promise<T> {
  const database = await openDatabase(
    env,
    'guest',
    pino({ level: env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL }, pino.destination(2)),
  );
  let leaving: Promise<void> | undefined;
  // A PostgreSQL that was started for the while would otherwise stay behind.
  const interrupt = () => {
    leaving ??= database.abandon().finally(() => process.exit(INTERRUPTED));
  };
  for (const signal of SIGNALS) process.on(signal, interrupt);
  try {
    await bringUpToDate(database, { progress: () => undefined });
    return await work(database);
  } finally {
    await (leaving ?? database.close());
    for (const signal of SIGNALS) process.removeListener(signal, interrupt);
  }
}
