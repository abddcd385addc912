import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { asApplication, type Connection, connect } from '../../db/client.server.ts';
import { migrate } from '../../db/migrate.ts';

export type TestDatabase = Connection & { url: string };

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('clusterUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

const webs: Connection[] = [];
const made: { name: string; connection: Connection }[] = [];

// Registered as the module is read: what a running hook registers comes too late to be run.
afterAll(async () => {
  for (const web of webs) await web.close();
  for (const { name, connection } of made) {
    await connection.close();
    await asOwner(`drop database ${name} with (force)`);
  }
});

/** A database with nothing in it; dropped when the test file ends. */
export async function emptyDatabase(options = ''): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(`create database ${name} ${options}`);
  const url = new URL(inject('clusterUrl'));
  url.pathname = `/${name}`;
  const connection = connect(url.href, () => undefined, { max: 5 });
  made.push({ name, connection });
  return { ...connection, url: url.href };
}

/** A database with the schema of this program and no data. */
export async function freshDatabase(): Promise<TestDatabase> {
  const database = await emptyDatabase();
  await migrate(database);
  return database;
}

/** A database with the schema of this program, and the connection that its web process has, with no more rights. */
export async function freshWeb(): Promise<{ database: TestDatabase; web: Connection }> {
  const database = await freshDatabase();
  const web = asApplication(database, () => undefined);
  webs.push(web);
  return { database, web };
}
