import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { renderToString } from 'react-dom/server';
import { type ResultData, ResultPage } from '../../app/components/check/ResultPage.tsx';
import { Document, type Place } from '../../app/components/Document.tsx';
import { PathwayList, type PathwayListData } from '../../app/components/pathway/PathwayList.tsx';
import { VacancyList, type VacancyListData } from '../../app/components/vacancy/VacancyList.tsx';
import type { Locale } from '../../app/i18n/locale.ts';

/** What a page's component is drawn from. */
type Drawn =
  | { page: 'list'; data: PathwayListData }
  | { page: 'result'; data: ResultData }
  | { page: 'vacancies'; data: VacancyListData };

/** What the page benchmark gives its peer: an address of ours, its head, and what its page is drawn from. */
export type PeerPage = HeadedPage & { locale: Locale; place: Place };

/** A page with what stands in its head. */
export type HeadedPage = Drawn & { head: readonly PeerMeta[]; title: string };

export type PeerMeta = { name: string; content: string };

const [file = ''] = process.argv.slice(2);
const pages: Record<string, PeerPage> = JSON.parse(readFileSync(file, 'utf8'));

function bodyOf(drawn: Drawn) {
  switch (drawn.page) {
    case 'list':
      return <PathwayList {...drawn.data} />;
    case 'result':
      return <ResultPage {...drawn.data} />;
    case 'vacancies':
      return <VacancyList list={drawn.data} />;
  }
}

function draw({ locale, place, title, head: metas, ...drawn }: PeerPage): string {
  const head = (
    <>
      <title>{title}</title>
      {metas.map((meta) => (
        <meta key={meta.name} {...meta} />
      ))}
    </>
  );
  const page = (
    <Document locale={locale} place={place} head={head}>
      {bodyOf(drawn)}
    </Document>
  );
  return `<!doctype html>${renderToString(page)}`;
}

/** The same component tree over node:http and nothing else, from data held in memory. */
const server = createServer((request, response) => {
  const page = pages[request.url ?? ''];
  response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page && draw(page));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
