import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startChild } from './child.ts';
import { openLoad } from './load.ts';
import { assertSame, inTurns, quantile, type Row } from './measure.ts';
import { PAGES, pagesOf } from './page-data.ts';
import { type WebServer, withWebServer } from './web-server.ts';

const CONNECTIONS = 4;
const ROUNDS = 7;
const REQUESTS = 150;

const fromRoot = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Compiled as our pages are, and run by itself. */
async function startPeer(server: WebServer) {
  const outDir = fromRoot('build/bench');
  await build({
    configFile: false,
    logLevel: 'error',
    root: fromRoot('.'),
    build: { ssr: fromRoot('test/bench/page-peer.tsx'), outDir, assetsInlineLimit: 0, target: 'es2022' },
  });
  const pages = path.join(server.dataDir, 'pages.json');
  await writeFile(pages, JSON.stringify(await pagesOf(server)));
  return startChild([path.join(outDir, 'page-peer.js'), pages], path.join(server.dataDir, 'peer.log'));
}

/** Pages a second of the whole server, database and all, against the same components over node:http from memory: one at a time, uncompressed. */
export const run = (): Promise<Row[]> =>
  withWebServer(async (server) => {
    const peer = await startPeer(server);
    const load = openLoad(CONNECTIONS);
    try {
      const rows: Row[] = [];
      for (const [name, page] of Object.entries(PAGES)) {
        const [ours, theirs] = [`${server.address}${page}`, `${peer.firstLine}${page}`];
        assertSame(name, await load.page(ours), await load.page(theirs));
        const rates = await inTurns(
          ROUNDS,
          () => load.rate(ours, REQUESTS),
          () => load.rate(theirs, REQUESTS),
        );
        const ratios = rates.ours.map((rate, at) => rate / (rates.peer[at] ?? Number.NaN));
        rows.push(
          {
            what: `${name}: ours / node:http and renderToString`,
            value: quantile(ratios, 0.5),
            unit: 'times',
            goal: '≥ 0.30',
          },
          { what: `${name}: ours`, value: quantile(rates.ours, 0.5), unit: 'a second' },
          { what: `${name}: node:http and renderToString`, value: quantile(rates.peer, 0.5), unit: 'a second' },
        );
      }
      return rows;
    } finally {
      load.close();
      await peer.stop();
    }
  });
