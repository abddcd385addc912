import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { renderToString } from 'react-dom/server';
import { Document, type Place } from '../../app/components/Document.tsx';
import { PathwayList, type PathwayListData } from '../../app/components/pathway/PathwayList.tsx';
import type { Locale } from '../../app/i18n/locale.ts';

/** What the page benchmark gives its peer: an address of ours and what its page is drawn from. */
export type PeerPage = { locale: Locale; place: Place; title: string; description: string; data: PathwayListData };

const [file = ''] = process.argv.slice(2);
const pages: Record<string, PeerPage> = JSON.parse(readFileSync(file, 'utf8'));

function draw({ locale, place, title, description, data }: PeerPage): string {
  const head = (
    <>
      <title>{title}</title>
      <meta name="description" content={description} />
    </>
  );
  const page = (
    <Document locale={locale} place={place} head={head}>
      <PathwayList {...data} />
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
