import pg from 'pg';
import { prepareDatabase } from '../../app/server/start.server.ts';
import { connect } from '../../db/client.server.ts';
import { migrate } from '../../db/migrate.ts';

/** The databases that those of the tests are copied from: the schema of this program, and with the reference data and the seed. */
export type Template = 'template_schema' | 'template_seeded';

/** The address of a database in a cluster. */
export const addressOf = (clusterUrl: string, database: string): URL =>
  Object.assign(new URL(clusterUrl), { pathname: database });

/** One statement, by whoever owns the cluster. */
export async function asOwner(clusterUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

type Prepare = (connection: ReturnType<typeof connect>) => Promise<unknown>;

/** A database to copy from has nobody connected to it. */
async function prepared(clusterUrl: string, name: Template, prepare: Prepare): Promise<void> {
  const connection = connect(addressOf(clusterUrl, name).href, () => undefined);
  try {
    await prepare(connection);
  } finally {
    await connection.close();
  }
}

export async function makeTemplates(clusterUrl: string): Promise<void> {
  await asOwner(clusterUrl, 'create database template_schema');
  await prepared(clusterUrl, 'template_schema', migrate);
  await asOwner(clusterUrl, 'create database template_seeded template template_schema');
  await prepared(clusterUrl, 'template_seeded', (one) => prepareDatabase(one, { progress: () => undefined }));
}

/** Copies a template; whoever copies an installation makes another of it. */
export async function copyTemplate(clusterUrl: string, template: Template, name: string): Promise<URL> {
  await asOwner(clusterUrl, `create database ${name} template ${template}`);
  const address = addressOf(clusterUrl, name);
  await asOwner(address.href, 'update installation set id = default');
  return address;
}
