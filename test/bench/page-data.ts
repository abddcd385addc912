import type { AppLoadContext } from '@remix-run/node';
import pino from 'pino';
import { speechOf } from '../../app/i18n/context.tsx';
import { loader as loadResult } from '../../app/routes/check/result.tsx';
import { loader as loadList } from '../../app/routes/public/pathways.tsx';
import { loader as loadVacancies } from '../../app/routes/public/vacancies.tsx';
import { openDatabase } from '../../app/server/start.server.ts';
import type { Db } from '../../db/client.server.ts';
import type { SearchEngine } from '../../search/engine.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { loadContextOver } from '../support/load-context.ts';
import type { HeadedPage, PeerPage } from './page-peer.tsx';
import type { WebServer } from './web-server.ts';

const { t } = speechOf('en');
const titled = (title: string) => `${title} – ${t('shell.name')}`;

type EngineOver = (db: Db) => SearchEngine;

async function contextOver(
  { address, dataDir }: WebServer,
  engineOver: EngineOver,
): Promise<{ context: AppLoadContext; close(): Promise<void> }> {
  const log = pino({ level: 'silent' });
  const { db, close } = await openDatabase({ DATABASE_URL: undefined, DATA_DIR: dataDir }, 'guest', log);
  const today = () => new Date().toISOString().slice(0, 10);
  const context = await loadContextOver(db, engineOver(db), { publicUrl: address, today });
  return { context, close };
}

type Asked = Parameters<typeof loadList>[0];

const searchTitle = (what: 'pathways' | 'vacancies', q: string | undefined) =>
  titled(q ? t(`${what}.titleFor`, { q }) : t(`${what}.title`));

/** What each page is drawn from, by the end of its path. */
const DRAWN: Record<string, (asked: Asked) => Promise<HeadedPage>> = {
  result: async (asked) => {
    const { data } = await loadResult(asked);
    const head = [{ name: 'robots', content: 'noindex' }];
    return { page: 'result', head, title: titled(t('result.title', data.counts)), data };
  },
  pathways: async (asked) => {
    const { data } = await loadList(asked);
    const head = [{ name: 'description', content: t('pathways.description') }];
    return { page: 'list', head, title: searchTitle('pathways', data.search.q), data };
  },
  vacancies: async (asked) => {
    const { data } = await loadVacancies(asked);
    const head = [{ name: 'description', content: t('vacancies.description') }];
    return { page: 'vacancies', head, title: searchTitle('vacancies', data.search.q), data };
  },
};

async function pageOf(url: URL, context: AppLoadContext): Promise<PeerPage> {
  const draw = DRAWN[url.pathname.split('/').at(-1) ?? ''];
  if (!draw) throw new Error(`nobody draws ${url.pathname}`);
  const drawn = await draw({ params: { locale: 'en' }, request: new Request(url), context });
  return { ...drawn, locale: 'en', place: { pathname: url.pathname, search: url.search, origin: url.origin } };
}

/** What our server draws each page from. */
export async function pagesOf(
  server: WebServer,
  paths: readonly string[],
  engineOver: EngineOver = postgresEngine,
): Promise<Record<string, PeerPage>> {
  const { context, close } = await contextOver(server, engineOver);
  const pages: Record<string, PeerPage> = {};
  for (const path of paths) pages[path] = await pageOf(new URL(path, server.address), context);
  await close();
  return pages;
}
