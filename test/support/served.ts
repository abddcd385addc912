import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import { createApp } from '../../app/server/app.server.ts';
import { identifier } from '../../app/server/identify.server.ts';
import { prepareDatabase } from '../../app/server/start.server.ts';
import { asApplication, type Connection } from '../../db/client.server.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { loadContextOver } from './load-context.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export type Served = {
  address: string;
  build: ServerBuild;
  /** The connection of the web process. */
  web: Connection;
  context: AppLoadContext;
  close(): Promise<void>;
};

/**
 * The built application over a seeded database, in this process, with the rights that the web process has; `own` stands in for parts of
 * its context.
 */
export async function serve(database: Connection, own: Partial<AppLoadContext> = {}): Promise<Served> {
  await prepareDatabase(database, { progress: () => undefined });
  const build: ServerBuild = await import(pathToFileURL(fromRoot('build/server/index.js')).href);
  const web = asApplication(database, () => undefined);
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const today = () => new Date().toISOString().slice(0, 10);
  const usual = await loadContextOver(web.db, postgresEngine(web.db), { publicUrl: address, today });
  const context = { ...usual, ...own };
  server.on(
    'request',
    createApp({
      ...{ build, context, clientFolder: fromRoot('build/client'), identify: identifier(web.db, context.cookies) },
      ...{ isReady: async () => true, searchState: () => 'ok', trustedProxies: [], rateLimited: false },
    }),
  );
  return {
    ...{ address, build, web, context },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await web.close();
    },
  };
}
