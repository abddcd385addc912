import { openLoad } from './load.ts';
import { assertSame, inTurns, quantile, type Row } from './measure.ts';
import { pagesOf } from './page-data.ts';
import { startPeer } from './page-server.ts';
import { withWebServer } from './web-server.ts';

const CONNECTIONS = 4;
const ROUNDS = 7;
const REQUESTS = 150;

const PAGES = {
  list: '/en/pathways',
  'list for a word': '/en/pathways?q=nurse',
  'result of a check':
    '/en/check/result?citizen=PH&born=1996-05-02&school=6&trained=2221_48__DE&job=2221_2019-01&speaks=de_A2&speaks=en_C1&offer=',
};

/** Pages a second of the whole server, database and all, against the same components over node:http from memory: one at a time, uncompressed. */
export const run = (): Promise<Row[]> =>
  withWebServer(async (server) => {
    const peer = await startPeer(server, await pagesOf(server, Object.values(PAGES)));
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
