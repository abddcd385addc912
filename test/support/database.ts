import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { asApplication, type Connection, connect } from '../../db/client.server.ts';
import { addressOf, asOwner, copyTemplate, type Template } from './templates.ts';

export type TestDatabase = Connection & { url: string };

const webs: Connection[] = [];
const made: { name: string; connection: Connection }[] = [];

// Registered as the module is read: what a running hook registers comes too late to be run.
afterAll(async () => {
  for (const web of webs) await web.close();
  for (const { name, connection } of made) {
    await connection.close();
    await asOwner(inject('clusterUrl'), `drop database ${name} with (force)`);
  }
});

const newName = () => `test_${randomBytes(6).toString('hex')}`;

function connected(name: string, { href: url }: URL): TestDatabase {
  const connection = connect(url, () => undefined, { max: 5 });
  made.push({ name, connection });
  return { ...connection, url };
}

/** A database with nothing in it; dropped when the test file ends. */
export async function emptyDatabase(options = ''): Promise<TestDatabase> {
  const name = newName();
  await asOwner(inject('clusterUrl'), `create database ${name} ${options}`);
  return connected(name, addressOf(inject('clusterUrl'), name));
}

async function copyOf(template: Template): Promise<TestDatabase> {
  const name = newName();
  return connected(name, await copyTemplate(inject('clusterUrl'), template, name));
}

/** A database with the schema of this program and no data. */
export const freshDatabase = (): Promise<TestDatabase> => copyOf('template_schema');

/** A database as a first start of this program leaves it: with the reference data and the real seed. */
export const seededDatabase = (): Promise<TestDatabase> => copyOf('template_seeded');

/** A database with the schema of this program, and the connection that its web process has, with no more rights. */
export async function freshWeb(): Promise<{ database: TestDatabase; web: Connection }> {
  const database = await freshDatabase();
  const web = asApplication(database, () => undefined);
  webs.push(web);
  return { database, web };
}
