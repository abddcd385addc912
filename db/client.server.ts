import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from './schema/index.ts';

const OID = { int8: 20, date: 1082 };

/** A legal day has no time zone, so a DATE stays its string; counts fit a double and arrive as numbers. */
const types = new pg.TypeOverrides();
types.setTypeParser(OID.date, (text: string) => text);
types.setTypeParser(OID.int8, Number);

export type Db = Kysely<Database>;

/** A connection that cannot write. */
export type Reader = Pick<Db, 'selectFrom' | 'with' | 'withRecursive' | 'selectNoFrom' | 'fn' | 'getExecutor'>;

/** A connection inside one transaction. */
export type Writer = Transaction<Database>;

export type Connection = { db: Db; pool: pg.Pool; close(): Promise<void> };

/** Connects to PostgreSQL; `onError` hears of connections lost while idle or in use, which the pool then replaces. */
export function connect(
  url: string,
  onError: (error: Error) => void,
  options: { max?: number; statementTimeoutMs?: number } = {},
): Connection {
  const config = {
    connectionString: url,
    types,
    max: options.max ?? 10,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    application_name: 'fairway',
  };
  return connectionWith(config, onError);
}

function connectionWith(config: pg.PoolConfig, onError: (error: Error) => void): Connection {
  const pool = new pg.Pool(config);
  // Without a handler on the pool and on clients in use, a restart of the database would end this process.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** The same database through connections of its own, on which a statement may take as long as it takes. */
export function withoutTimeout({ pool }: Pick<Connection, 'pool'>): Connection {
  // The account or the database may have a limit of its own, which only a stated one replaces.
  const config = { ...pool.options, max: 4, statement_timeout: 0, options: '-c statement_timeout=0' };
  return connectionWith(config, () => undefined); // whoever uses it hears of it from its query
}

/**
 * The same database as the account of the web process, which owns nothing and is bound by the row policies. Stated as a connection
 * begins: one that may not act so is none.
 */
export const asApplication = ({ pool }: Pick<Connection, 'pool'>, onError: (error: Error) => void): Connection =>
  connectionWith({ ...pool.options, options: '-c role=fairway_app' }, onError);
