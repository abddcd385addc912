import pino from 'pino';
import type { Connection } from '../../db/client.server.ts';
import type { Env } from '../server/env.server.ts';
import { bringUpToDate, openDatabase } from '../server/start.server.ts';

/** Runs with the installation's database, joined beside a server or started for the while, its schema up to date. Nothing is seeded. */
export async function withDatabase<T>(env: Env, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await openDatabase(
    env,
    'guest',
    pino({ level: env.LOG_LEVEL === 'info' ? 'warn' : env.LOG_LEVEL }, pino.destination(2)),
  );
  try {
    await bringUpToDate(connection, { progress: () => undefined });
    return await work(connection);
  } finally {
    await connection.close();
  }
}
