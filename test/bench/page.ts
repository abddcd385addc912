import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { build } from 'vite';
import { speechOf } from '../../app/i18n/context.tsx';
import { loader } from '../../app/routes/public/pathways.tsx';
import { openDatabase } from '../../app/server/start.server.ts';
import { keepCompiledPathways } from '../../app/use-cases/compiled-pathways.ts';
import { privateSessions } from '../../app/use-cases/private-sessions.ts';
import { savedChecks } from '../../app/use-cases/saved-checks.ts';
import { loadLabels } from '../../db/queries/reference.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { startChild } from './child.ts';
import { openLoad } from './load.ts';
import { assertSame, inTurns, quantile, type Row } from './measure.ts';
import type { PeerPage } from './page-peer.tsx';
import { type WebServer, withWebServer } from './web-server.ts';

const PAGES = { list: '/en/pathways', 'list for a word': '/en/pathways?q=nurse' };
const CONNECTIONS = 4;
const ROUNDS = 7;
const REQUESTS = 150;

const fromRoot = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** What our server draws each page from. */
async function pagesOf({ address, dataDir }: WebServer): Promise<Record<string, PeerPage>> {
  const log = pino({ level: 'silent' });
  const { db, close } = await openDatabase({ DATABASE_URL: undefined, DATA_DIR: dataDir }, 'guest', log);
  const [search, labels] = [postgresEngine(db), await loadLabels(db)];
  const today = () => new Date().toISOString().slice(0, 10);
  const { t } = speechOf('en');
  const pageOf = async (path: string): Promise<PeerPage> => {
    const url = new URL(path, address);
    const context = {
      db,
      search,
      labels,
      compiled: keepCompiledPathways(),
      privateSessions: privateSessions(db),
      savedChecks: savedChecks(db),
      today,
      publicUrl: address,
      log,
    };
    const { data } = await loader({ params: { locale: 'en' }, request: new Request(url), context });
    return {
      locale: 'en',
      place: { pathname: url.pathname, search: url.search, origin: address },
      title: `${data.search.q ? t('pathways.titleFor', { q: data.search.q }) : t('pathways.title')} – ${t('shell.name')}`,
      description: t('pathways.description'),
      data,
    };
  };
  const pages: Record<string, PeerPage> = {};
  for (const path of Object.values(PAGES)) pages[path] = await pageOf(path);
  await close();
  return pages;
}

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
