import type { AppLoadContext } from '@remix-run/node';
import pino from 'pino';
import { speechOf } from '../../app/i18n/context.tsx';
import { loader as loadResult } from '../../app/routes/check/result.tsx';
import { loader as loadList } from '../../app/routes/public/pathways.tsx';
import { openDatabase } from '../../app/server/start.server.ts';
import { postgresEngine } from '../../search/postgres.server.ts';
import { loadContextOver } from '../support/load-context.ts';
import type { PeerPage } from './page-peer.tsx';
import type { WebServer } from './web-server.ts';

/** The pages that are measured. */
export const PAGES = {
  list: '/en/pathways',
  'list for a word': '/en/pathways?q=nurse',
  'result of a check':
    '/en/check/result?citizen=PH&born=1996-05-02&school=6&trained=2221_48__DE&job=2221_2019-01&speaks=de_A2&speaks=en_C1&offer=',
};

const { t } = speechOf('en');
const titled = (title: string) => `${title} – ${t('shell.name')}`;

async function contextOver({
  address,
  dataDir,
}: WebServer): Promise<{ context: AppLoadContext; close(): Promise<void> }> {
  const log = pino({ level: 'silent' });
  const { db, close } = await openDatabase({ DATABASE_URL: undefined, DATA_DIR: dataDir }, 'guest', log);
  const today = () => new Date().toISOString().slice(0, 10);
  const context = await loadContextOver(db, postgresEngine(db), { publicUrl: address, today });
  return { context, close };
}

async function pageOf(url: URL, context: AppLoadContext): Promise<PeerPage> {
  const asked = { params: { locale: 'en' }, request: new Request(url), context };
  const place = { pathname: url.pathname, search: url.search, origin: url.origin };
  if (url.pathname.endsWith('/result')) {
    const { data } = await loadResult(asked);
    const head = [{ name: 'robots', content: 'noindex' }];
    return { page: 'result', locale: 'en', place, head, title: titled(t('result.title', data.counts)), data };
  }
  const { data } = await loadList(asked);
  const title = titled(data.search.q ? t('pathways.titleFor', { q: data.search.q }) : t('pathways.title'));
  const head = [{ name: 'description', content: t('pathways.description') }];
  return { page: 'list', locale: 'en', place, head, title, data };
}

/** What our server draws each page from. */
export async function pagesOf(server: WebServer): Promise<Record<string, PeerPage>> {
  const { context, close } = await contextOver(server);
  const pages: Record<string, PeerPage> = {};
  for (const path of Object.values(PAGES)) pages[path] = await pageOf(new URL(path, server.address), context);
  await close();
  return pages;
}
