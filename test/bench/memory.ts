import { openLoad } from './load.ts';
import type { Row } from './measure.ts';
import { withWebServer } from './web-server.ts';

const CONNECTIONS = 4;
const REQUESTS = 10_000;
const PATHS = ['/en/pathways', '/ar/pathways?q=nurse', '/fr/pathways?origin=PH', '/es/pathways/kr-eps-e9', '/en'];

async function residentOf(address: string, load: ReturnType<typeof openLoad>): Promise<number> {
  const bytes = /^process_resident_memory_bytes (\S+)/m.exec(await load.page(`${address}/metrics`))?.[1];
  if (bytes === undefined) throw new Error('the server does not tell its memory');
  return Number(bytes) / 1e6;
}

/** What the web process holds after it has started, and after 10,000 requests for pages of several kinds. */
export const run = (): Promise<Row[]> =>
  withWebServer(async ({ address }) => {
    const load = openLoad(CONNECTIONS);
    const before = await residentOf(address, load);
    for (const path of PATHS) await load.rate(`${address}${path}`, REQUESTS / PATHS.length);
    const after = await residentOf(address, load);
    load.close();
    return [
      { what: 'resident memory of the web process, started', value: before, unit: 'MB' },
      { what: `resident memory of the web process, after ${REQUESTS} requests`, value: after, unit: 'MB' },
    ];
  });
